package parley.knowledge.generation;

import parley.knowledge.Question;
import parley.knowledge.language.Language;
import parley.knowledge.language.Spoken;

/**
 * In which language somebody asks and is to be answered by a model, which speaks more languages
 * than the knowledge base does itself.
 *
 * @param own ISO 639-1 code of the language to answer in
 * @param asked the question's language as far as it is one of {@link Language}, otherwise English
 * @param isForeign whether the question is in another language than English, be it any
 */
record AskerLanguage(String own, Language asked, boolean isForeign) {

  /** The language of the prompts, of what the model writes, and of the check. */
  static final String WRITTEN = "en";

  /** The language that cannot be told. */
  private static final String UNDETERMINED = "und";

  /** The one that the asker prefers, or else the question's, or else English. */
  static AskerLanguage of(Question question, Spoken spoken) {
    boolean preferred = Language.of(question.language()).isPresent();
    String own =
        spoken.asked().filter(code -> spoken.isUnknown() && !preferred).orElse(spoken.own().code());
    return new AskerLanguage(
        own.equals(UNDETERMINED) ? WRITTEN : own,
        spoken.question(),
        spoken.isForeign() || spoken.isUnknown());
  }

  /** Whether what is written in English has to be translated. */
  boolean isTranslated() {
    return !own.equals(WRITTEN);
  }
}
