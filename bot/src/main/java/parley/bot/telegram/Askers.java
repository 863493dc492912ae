package parley.bot.telegram;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import parley.bot.chat.People;

/** Knows people by their pseudonyms, and what language they want. */
final class Askers {

  private final Pseudonyms pseudonyms;
  private final People people;
  private final BotIdentity self;

  Askers(Pseudonyms pseudonyms, People people, BotIdentity self) {
    this.pseudonyms = pseudonyms;
    this.people = people;
    this.self = self;
  }

  /**
   * The id of the person who wrote a message: of the group itself where its administrators speak
   * without a name, or of the channel where somebody speaks for it.
   *
   * @return empty where it was a bot, this one too, or Telegram itself
   */
  Optional<Long> writer(Message message) {
    User from = message.getFrom();
    Chat senderChat = message.getSenderChat();
    if (Boolean.TRUE.equals(message.getIsAutomaticForward()) || self.is(message.getViaBot())) {
      return Optional.empty();
    }
    if (senderChat != null) {
      return Optional.of(senderChat.getId());
    }
    return Optional.ofNullable(from)
        .filter(user -> !Boolean.TRUE.equals(user.getIsBot()))
        .map(User::getId);
  }

  /** Somebody at a place. */
  Asker at(Spot spot, long person, @Nullable User user) {
    String name = pseudonyms.of(person);
    String place = spot.isGroup() ? Long.toString(spot.chat()) : name;
    return new Asker(spot, name, place, language(name, user));
  }

  private @Nullable String language(String person, @Nullable User user) {
    return people
        .language(person)
        .or(() -> Optional.ofNullable(user).map(User::getLanguageCode).flatMap(Askers::iso639))
        .orElse(null);
  }

  private static Optional<String> iso639(String tag) {
    String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
    return language.isEmpty() ? Optional.empty() : Optional.of(language);
  }
}
