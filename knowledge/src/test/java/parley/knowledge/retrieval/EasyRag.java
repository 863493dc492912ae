package parley.knowledge.retrieval;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.HuggingFaceTokenCountEstimator;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.List;
import parley.knowledge.retrieval.FitData.Article;

/**
 * What LangChain4j's Easy RAG finds with its defaults: segments of at most 300 tokens that overlap
 * by 30 ({@code RecursiveDocumentSplitterFactory} of langchain4j-easy-rag), embedded by
 * bge-small-en-v1.5, as is the question.
 */
public final class EasyRag {

  private static final int MOST_TOKENS = 300;
  private static final int OVERLAP = 30;

  private final ContentRetriever retriever;

  /** Of these articles, each a document. */
  static EasyRag of(List<Article> articles, EmbeddingModel model, int results) {
    return ofTexts(articles.stream().map(EasyRag::text).toList(), model, results);
  }

  /** Of these texts, each a document. */
  public static EasyRag ofTexts(List<String> texts, EmbeddingModel model, int results) {
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    EmbeddingStoreIngestor.builder()
        .documentSplitter(
            DocumentSplitters.recursive(MOST_TOKENS, OVERLAP, new HuggingFaceTokenCountEstimator()))
        .embeddingModel(model)
        .embeddingStore(store)
        .build()
        .ingest(texts.stream().map(Document::from).toList());
    return new EasyRag(store, model, results);
  }

  /** Of texts whose embeddings are known, each a segment. */
  public static EasyRag ofSegments(
      List<String> texts, List<Embedding> vectors, EmbeddingModel model, int results) {
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    store.addAll(vectors, texts.stream().map(TextSegment::from).toList());
    return new EasyRag(store, model, results);
  }

  private EasyRag(EmbeddingStore<TextSegment> store, EmbeddingModel model, int results) {
    this.retriever =
        EmbeddingStoreContentRetriever.builder()
            .embeddingStore(store)
            .embeddingModel(model)
            .maxResults(results)
            .build();
  }

  private static String text(Article article) {
    return article.title() + "\n\n" + String.join("\n\n", article.paragraphs());
  }

  /** The segments nearest to a question, nearest first. */
  public List<String> find(String question) {
    return retriever.retrieve(Query.from(question)).stream()
        .map(content -> content.textSegment().text())
        .toList();
  }
}
