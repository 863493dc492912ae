package parley.knowledge.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Apache OpenNLP's model of 103 languages (about 0.5 s and 40 MB to load, so it is loaded when the
 * first text needs it). Thread-safe.
 */
final class LanguageModel {

  private static final String RESOURCE = "/langdetect-183.bin";

  /**
   * The languages it looks for, by ISO 639-3: among all of them, a question of five words is too
   * often taken for Tagalog.
   */
  private static final Set<String> LIKELY =
      Set.of(
          "eng", "ukr", "fra", "deu", "pol", "rus", "spa", "por", "ita", "nld", "ces", "slk", "ron",
          "hun", "tur", "swe", "dan", "nob", "fin", "hrv", "slv", "lit", "lvs", "ekk", "bul", "srp",
          "mkd", "bel", "kaz", "ell", "ara", "fas", "heb", "cmn", "jpn", "kor", "hin", "kat", "hye",
          "vie", "ind", "tha");

  private LanguageModel() {}

  /** How much the text is like each language: ISO 639-3 codes with confidences, 0 to 1. */
  static Map<String, Double> confidences(String text) {
    return Arrays.stream(Loaded.DETECTOR.predictLanguages(text))
        .filter(language -> LIKELY.contains(language.getLang()))
        .collect(Collectors.toMap(Language::getLang, Language::getConfidence));
  }

  /** Loaded with the first text. */
  private static final class Loaded {

    static final LanguageDetectorME DETECTOR = new LanguageDetectorME(read());

    private static LanguageDetectorModel read() {
      try (InputStream in =
          Objects.requireNonNull(LanguageModel.class.getResourceAsStream(RESOURCE), RESOURCE)) {
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
