package parley.knowledge.grounding;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.io.QNModelReader;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.MaxentModel;
import parley.knowledge.document.Sentences;
import parley.knowledge.document.Sentences.Sentence;

/**
 * A fitted model of how people write what a machine is to read: a bot, a search engine, whatever
 * answers. It knows words, their neighbours and parts, in the languages that it was fitted on;
 * {@code FitMachineSpeech} writes its resource, and {@code MachineSpeechTest} says how well it does
 * on what it has not seen.
 */
final class MachineSpeech {

  static final String MACHINE = "machine";

  static final String PEOPLE = "people";

  private static final String RESOURCE = "machine-speech.bin";

  /**
   * Chosen on paragraphs by another hand than those that it was fitted on, so that few honest ones
   * are lost. Fitted on half of SQuAD's articles, it took 21 of 345 paragraphs of the other half
   * for machines', most of them on engines and on computing, and none of a report on talks.
   */
  private static final double SURE = 0.95;

  /** It was fitted on paragraphs of about this length, in sentences. */
  private static final int SENTENCES = 3;

  private static final int SHORTEST_PART = 4;
  private static final int LONGEST_PART = 5;

  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

  private MachineSpeech() {}

  /** Read when the first passage comes. */
  private static final class Fitted {
    static final MaxentModel MODEL = load();
  }

  /** Some sentences of a text that follow each other, and where they begin in it. */
  record Run(int start, String text) {}

  /** Where a text begins to speak to a machine, as far as the model is sure. */
  static OptionalInt start(String text) {
    return runs(text).stream()
        .filter(run -> probability(run.text()) >= SURE)
        .mapToInt(Run::start)
        .findFirst();
  }

  /** Each sentence with the next two, but for the last two: what the model is asked about. */
  static List<Run> runs(String text) {
    List<Sentence> sentences = Sentences.of(text);
    return IntStream.range(
            0, Math.min(sentences.size(), Math.max(1, sentences.size() - SENTENCES + 1)))
        .mapToObj(
            first -> {
              int start = sentences.get(first).start();
              int last = Math.min(sentences.size(), first + SENTENCES) - 1;
              return new Run(start, text.substring(start, sentences.get(last).end()));
            })
        .toList();
  }

  /** How sure the model is that a text of a few sentences speaks to a machine, 0 to 1. */
  private static double probability(String text) {
    return Fitted.MODEL.eval(features(text))[Fitted.MODEL.getIndex(MACHINE)];
  }

  /** What the model looks at: words, two and three in a row, and parts of words; each once. */
  static String[] features(String text) {
    List<String> words =
        WORDS.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    Set<String> features = new LinkedHashSet<>();
    for (int end = 1; end <= words.size(); end++) {
      for (int length = 1; length <= Math.min(3, end); length++) {
        features.add(String.join(" ", words.subList(end - length, end)));
      }
      features.addAll(parts(words.get(end - 1)));
    }
    return features.toArray(String[]::new);
  }

  private static List<String> parts(String word) {
    String bounded = "<" + word + ">";
    List<String> parts = new ArrayList<>();
    for (int length = SHORTEST_PART; length <= LONGEST_PART; length++) {
      for (int from = 0; from + length <= bounded.length(); from++) {
        parts.add("*" + bounded.substring(from, from + length));
      }
    }
    return parts;
  }

  private static MaxentModel load() {
    try (InputStream in =
        Objects.requireNonNull(MachineSpeech.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new QNModelReader(
              new BinaryFileDataReader(new DataInputStream(new BufferedInputStream(in))))
          .getModel();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
