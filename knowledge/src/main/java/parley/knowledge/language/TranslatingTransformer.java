package parley.knowledge.language;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.knowledge.index.PassageIndex;

/**
 * Puts a question and the conversation before it into English, where they are in another language
 * that it knows. Gives no query if too little of the question can be translated, and the question
 * as it was asked as well where it can be searched so. Thread-safe.
 */
public final class TranslatingTransformer implements QueryTransformer {

  private static final String LANGUAGE = "language";

  /**
   * What is understood of a question must be at least this share of its words; below it, a passage
   * found is chance (own measurement, on half of talks-languages.jsonl).
   */
  private static final double UNDERSTOOD = 0.7;

  private final LanguageIdentifier identifier;
  private final Translator translator;
  private final SearchableLanguages searchable;

  /**
   * A transformer of questions to an index.
   *
   * @param searchable in which languages questions are searched as they are asked, too
   */
  public TranslatingTransformer(
      LanguageIdentifier identifier, PassageIndex index, SearchableLanguages searchable) {
    this.identifier = identifier;
    this.translator = new Translator(index);
    this.searchable = searchable;
  }

  /** The query with the language that it is in noted, for {@link #transform}. */
  public static Query noting(Language language, Query query) {
    UserMessage asked =
        UserMessage.from(query.text()).toBuilder()
            .attributes(Map.of(LANGUAGE, language.code()))
            .build();
    return Query.from(query.text(), metadata(asked, query, query.metadata().chatMemory()));
  }

  /**
   * What a question that stands alone is to be read as: itself, its translation, or nothing where
   * too little of it is understood.
   */
  public Optional<String> readable(String question) {
    Optional<String> code = identifier.identify(question, Optional.of(Language.ENGLISH));
    if (code.isEmpty()) {
      return Optional.of(question);
    }
    UserMessage asked = UserMessage.from(question);
    Query query = Query.from(question, Metadata.from(asked, "alone", List.of()));
    return Language.of(code.get()).stream()
        .flatMap(language -> transform(noting(language, query)).stream())
        .map(Query::text)
        .findFirst();
  }

  @Override
  public Collection<Query> transform(Query query) {
    Optional<Language> noted = noted(query);
    if (noted.isEmpty()) {
      return List.of(query);
    }
    Language language = noted.get();
    List<ChatMessage> memory = translated(query.metadata().chatMemory(), language);
    Metadata metadata = metadata(query.metadata().chatMessage(), query, memory);
    if (language == Language.ENGLISH) {
      return List.of(Query.from(query.text(), metadata));
    }
    List<Query> queries = new ArrayList<>();
    Gloss gloss = translator.translate(query.text(), language);
    if (gloss.understood() >= UNDERSTOOD) {
      queries.add(Query.from(gloss.english(), metadata));
    }
    if (searchable.asAsked(query.text(), language)) {
      queries.add(query);
    }
    return queries;
  }

  private static Optional<Language> noted(Query query) {
    return query.metadata() != null && query.metadata().chatMessage() instanceof UserMessage asked
        ? Language.of(asked.attribute(LANGUAGE, String.class))
        : Optional.empty();
  }

  private static Metadata metadata(ChatMessage asked, Query query, List<ChatMessage> memory) {
    return Metadata.from(asked, query.metadata().chatMemoryId(), memory);
  }

  private List<ChatMessage> translated(List<ChatMessage> memory, Language guess) {
    List<ChatMessage> translated = new ArrayList<>();
    for (ChatMessage message : memory) {
      if (message instanceof UserMessage question) {
        translated.add(UserMessage.from(inEnglish(question.singleText(), guess)));
      } else if (message instanceof AiMessage answer) {
        translated.add(AiMessage.from(Introductions.without(answer.text())));
      }
    }
    return translated;
  }

  private String inEnglish(String text, Language guess) {
    return identifier
        .identify(text, Optional.of(guess))
        .flatMap(Language::of)
        .filter(language -> language != Language.ENGLISH)
        .map(language -> translator.translate(text, language).english())
        .orElse(text);
  }
}
