package parley.knowledge.generation;

import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.WordEncoder;
import parley.knowledge.language.SpokenLanguages;
import parley.knowledge.observation.Stages;
import parley.knowledge.retrieval.PassageRetriever;
import parley.knowledge.time.TimeReader;

/**
 * The documents, and the means to find what they say.
 *
 * @param index the documents
 * @param retriever finds passages of them
 * @param scoring reranks what it finds
 * @param languages tells the language of questions
 * @param translating puts a question into English without a model
 * @param spelling mends misspelt words of a question
 * @param words tells what has the same meaning
 * @param times reads which days a question is about
 * @param stages hears how long what takes
 */
public record Library(
    PassageIndex index,
    PassageRetriever retriever,
    ScoringModel scoring,
    SpokenLanguages languages,
    QueryTransformer translating,
    QueryTransformer spelling,
    WordEncoder words,
    TimeReader times,
    Stages stages) {}
