package parley.knowledge.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints what was measured, as Markdown, with ratios to what nothing can beat. */
final class SpeedTable {

  static final String BARE = "bareEmbedding";

  private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put(BARE, "the bare embedding of the question");
    QUESTIONS.put("easyRagSearch", "LangChain4j's Easy RAG, its search");
    QUESTIONS.put("search", "Parley's search");
    QUESTIONS.put("answer", "Parley's answer");
  }

  private final Timings timings;
  private final PrintStream out;

  SpeedTable(Timings timings, PrintStream out) {
    this.timings = timings;
    this.out = out;
  }

  void print() {
    for (int passages : timings.sizes()) {
      out.printf("%n%,d passages%n%n", passages);
      out.println("| what | median | times the bare embedding | 95th | 99th |");
      out.println("|---|---|---|---|---|");
      QUESTIONS.forEach((what, name) -> printRow(passages, what, name));
      printIndexing(passages);
    }
  }

  private void printRow(int passages, String what, String name) {
    if (timings.has(passages, what)) {
      double median = timings.at(passages, what, 50);
      out.printf(
          "| %s | %.1f ms | %.2f | %.1f ms | %.1f ms |%n",
          name,
          median,
          median / timings.at(passages, BARE, 50),
          timings.at(passages, what, 95),
          timings.at(passages, what, 99));
    }
  }

  private void printIndexing(int passages) {
    double open = timings.at(passages, "open", 50);
    out.printf("%nThe kept index opens in %.2f s", open / 1_000);
    if (timings.has(passages, "index")) {
      double index = timings.at(passages, "index", 50);
      double easyRag = timings.at(passages, "easyRagIndex", 50);
      out.printf(
          ", %.0f times as fast as indexing, which takes %.1f s, %.2f times as long as Easy RAG's"
              + " (%.1f s)",
          index / open, index / 1_000, index / easyRag, easyRag / 1_000);
    }
    out.println(".");
  }
}
