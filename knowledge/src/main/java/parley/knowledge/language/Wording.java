package parley.knowledge.language;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;

/**
 * What the knowledge base says itself, in one language.
 *
 * @param language the language of what is said
 */
public record Wording(Language language) {

  private static final String BUNDLE = "parley.knowledge.language.wording";

  /** The machine's own language is none of the asker's: English is what there is at least. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** Asks for a question where there is none. */
  public String empty() {
    return text("empty");
  }

  /** Asks for a shorter question. */
  public String tooLong(int characters, int most) {
    return message("too-long", characters, most);
  }

  /** Asks for a question in words. */
  public String noWords() {
    return text("no-words");
  }

  /** Asks for a question that names what it is about. */
  public String noSubject() {
    return text("no-subject");
  }

  /**
   * Says that the documents do not answer.
   *
   * @param topics what can be asked instead, in the documents' language; may be none
   */
  public String notInSources(List<String> topics) {
    return withTopics("not-in-sources", "nearby", topics);
  }

  /** The same of a question that had to be translated: that English serves better, too. */
  public String notFound(List<String> topics) {
    return withTopics("not-found", "nearby-titles", topics);
  }

  /** Says that it cannot search in the asker's language, and in which it can. */
  public String otherLanguage() {
    return text("other-language");
  }

  /** Says that the language model has no tokens left today. */
  public String modelSpent() {
    return text("model-spent");
  }

  /** Stands on a line of its own before statements that are not in the asker's language. */
  public String introduction() {
    return text("introduction");
  }

  /** Says of whom or what a quoted sentence speaks; a space follows it. */
  public String leadIn(String name) {
    return message("lead-in", name);
  }

  /** Answers small talk. */
  public String reply(SmallTalk talk) {
    return text(talk.key());
  }

  private String withTopics(String key, String topicsKey, List<String> topics) {
    return topics.isEmpty()
        ? text(key)
        : text(key) + " " + message(topicsKey, String.join("; ", topics));
  }

  private String text(String key) {
    return ResourceBundle.getBundle(BUNDLE, language.locale(), NO_FALLBACK).getString(key);
  }

  private String message(String key, Object... parts) {
    return new MessageFormat(text(key), language.locale()).format(parts);
  }
}
