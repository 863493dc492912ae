package parley.knowledge.language;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.knowledge.Question;
import parley.knowledge.Turn;

/** Tells in which language a question is put and is to be answered. Thread-safe. */
public final class SpokenLanguages {

  private final LanguageIdentifier identifier;

  public SpokenLanguages(LanguageIdentifier identifier) {
    this.identifier = identifier;
  }

  /**
   * The languages of a question: it is answered in the one that its asker prefers, or else in its
   * own, or else in English.
   *
   * @param text the question's text, fit to be read
   */
  public Spoken of(Question question, String text) {
    Optional<Language> preferred = Language.of(question.language());
    boolean english = identifier.isPlainlyEnglish(text);
    Optional<Language> guess =
        english ? Optional.of(Language.ENGLISH) : preferred.or(() -> before(question.history()));
    Optional<Map.Entry<Language, SmallTalk>> said = smallTalk(text, guess);
    if (said.isPresent()) {
      Language language = said.get().getKey();
      return new Spoken(
          preferred.orElse(language), Optional.of(language.code()), said.map(Map.Entry::getValue));
    }
    Optional<String> asked = english ? guess.map(Language::code) : identifier.identify(text, guess);
    Language own = preferred.or(() -> asked.flatMap(Language::of)).orElse(Language.ENGLISH);
    return new Spoken(own, asked, Optional.empty());
  }

  /** The language of the conversation so far. */
  private Optional<Language> before(List<Turn> history) {
    return history.isEmpty()
        ? Optional.empty()
        : identifier
            .identify(history.get(history.size() - 1).question(), Optional.empty())
            .flatMap(Language::of);
  }

  private Optional<Map.Entry<Language, SmallTalk>> smallTalk(
      String text, Optional<Language> guess) {
    boolean english = EnglishWords.tellIn(text);
    return Stream.concat(guess.stream(), Arrays.stream(Language.values()))
        .filter(language -> !english || language == Language.ENGLISH)
        .flatMap(
            language ->
                SmallTalkPatterns.of(language).in(text).stream()
                    .map(talk -> Map.entry(language, talk)))
        .findFirst();
  }
}
