package parley.knowledge.language;

import java.util.Optional;

/**
 * In which language a question is put and is to be answered.
 *
 * @param own the language of the answer's own words
 * @param asked ISO 639-1 code of the question's language; empty if none is sure
 * @param smallTalk what it is, where it is no question to the documents
 */
public record Spoken(Language own, Optional<String> asked, Optional<SmallTalk> smallTalk) {

  /** The question's language; English also where none is sure, and for languages not known. */
  public Language question() {
    return asked.flatMap(Language::of).orElse(Language.ENGLISH);
  }

  /** Whether it is small talk of this kind. */
  public boolean asks(SmallTalk kind) {
    return smallTalk.filter(kind::equals).isPresent();
  }

  /** Whether the question has to be put into English. */
  public boolean isForeign() {
    return question() != Language.ENGLISH;
  }

  /** Whether it is surely in a language that cannot be put into English. */
  public boolean isUnknown() {
    return asked.isPresent() && Language.of(asked.get()).isEmpty();
  }
}
