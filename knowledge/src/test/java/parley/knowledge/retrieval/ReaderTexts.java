package parley.knowledge.retrieval;

import java.util.ArrayList;
import java.util.List;
import parley.knowledge.document.Sentences;
import parley.knowledge.index.TokenVector;
import parley.knowledge.index.WordEncoder;
import parley.knowledge.retrieval.FitData.Article;
import parley.knowledge.retrieval.FitData.Asked;
import parley.knowledge.retrieval.FitData.Place;

/** The tokens of reports and their questions. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReaderTexts(List<Report> reports, float[] mean, float[] scale) {

  /**
   * A report taken apart.
   *
   * @param paragraphs for each its sentences
   */
  record Report(int number, List<List<Sentence>> paragraphs, List<Question> questions) {}

  /** A sentence with the vectors of its tokens. */
  record Sentence(int paragraph, int start, int end, List<float[]> tokens) {}

  /** A question with the vectors of its tokens. */
  record Question(Asked asked, List<float[]> tokens) {

    boolean isAnsweredBy(Sentence sentence) {
      return asked.right().stream().anyMatch(place -> isIn(place, sentence));
    }

    private static boolean isIn(Place place, Sentence sentence) {
      return place.paragraph() == sentence.paragraph()
          && place.start() < sentence.end()
          && place.end() > sentence.start();
    }
  }

  static ReaderTexts of(List<Article> articles, WordEncoder encoder) {
    List<Report> reports = new ArrayList<>();
    for (Article article : articles) {
      List<List<Sentence>> paragraphs = new ArrayList<>();
      for (int i = 0; i < article.paragraphs().size(); i++) {
        paragraphs.add(sentences(i, article.paragraphs().get(i), encoder));
      }
      List<Question> questions =
          article.questions().stream()
              .map(asked -> new Question(asked, vectors(encoder.questionTokens(asked.text()))))
              .toList();
      reports.add(new Report(article.number(), paragraphs, questions));
    }
    return standardised(reports);
  }

  private static List<Sentence> sentences(int number, String paragraph, WordEncoder encoder) {
    List<TokenVector> tokens = encoder.passageTokens(paragraph);
    return Sentences.of(paragraph).stream()
        .map(
            sentence ->
                new Sentence(
                    number,
                    sentence.start(),
                    sentence.end(),
                    vectors(
                        tokens.stream()
                            .filter(
                                token ->
                                    token.start() >= sentence.start()
                                        && token.start() < sentence.end())
                            .toList())))
        .filter(sentence -> !sentence.tokens().isEmpty())
        .toList();
  }

  private static List<float[]> vectors(List<TokenVector> tokens) {
    return tokens.stream().map(token -> token.vector().clone()).toList();
  }

  private static ReaderTexts standardised(List<Report> reports) {
    List<float[]> tokens = new ArrayList<>();
    for (Report report : reports) {
      report.paragraphs().forEach(p -> p.forEach(s -> tokens.addAll(s.tokens())));
      report.questions().forEach(q -> tokens.addAll(q.tokens()));
    }
    float[] mean = new float[tokens.get(0).length];
    float[] scale = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      double squares = 0;
      for (float[] token : tokens) {
        sum += token[i];
        squares += (double) token[i] * token[i];
      }
      double middle = sum / tokens.size();
      mean[i] = (float) middle;
      scale[i] = (float) Math.sqrt(squares / tokens.size() - middle * middle);
    }
    for (float[] token : tokens) {
      for (int i = 0; i < mean.length; i++) {
        token[i] = (token[i] - mean[i]) / scale[i];
      }
    }
    return new ReaderTexts(reports, mean, scale);
  }
}
