package parley.bot.telegram;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import parley.bot.chat.Chat;
import parley.bot.chat.Language;
import parley.bot.chat.ServedDocuments;
import parley.bot.chat.Starter;
import parley.bot.telegram.CallbackData.AskNext;
import parley.bot.telegram.CallbackData.AskStarter;
import parley.bot.telegram.CallbackData.Choose;
import parley.bot.telegram.CallbackData.Rate;
import parley.bot.telegram.CallbackData.ShowPassage;
import parley.bot.telegram.CallbackData.TurnPage;
import parley.knowledge.Answer;
import parley.knowledge.Citation;

/** What happens when somebody presses a button. Each press is answered, or it would spin on. */
final class ButtonHandler {

  private static final Logger log = LoggerFactory.getLogger(ButtonHandler.class);

  private final Chat chat;
  private final TelegramApi api;
  private final Askers askers;
  private final TelegramAudience audience;
  private final Asking asking;
  private final Speaker speaker;

  ButtonHandler(
      Chat chat,
      TelegramApi api,
      Askers askers,
      TelegramAudience audience,
      Asking asking,
      Speaker speaker) {
    this.chat = chat;
    this.api = api;
    this.askers = askers;
    this.audience = audience;
    this.asking = asking;
    this.speaker = speaker;
  }

  /** A button was pressed. */
  void handle(int update, CallbackQuery press) {
    MaybeInaccessibleMessage message = press.getMessage();
    long person = press.getFrom().getId();
    if (message == null || !isWelcome(person, message.getChatId())) {
      answer(press, null);
      return;
    }
    Asker asker = askers.at(Spot.of(message), person, press.getFrom());
    Optional<CallbackData> data = CallbackData.parse(press.getData());
    if (data.isEmpty()) {
      answer(press, asker.phrases().text("button.unknown"));
    } else {
      answer(press, act(update, new Press(asker, message.getMessageId()), data.get()));
    }
  }

  /** Who pressed, and under which message. */
  private record Press(Asker asker, int message) {

    String text(String phrase) {
      return asker.phrases().text(phrase);
    }
  }

  private boolean isWelcome(long person, long chatId) {
    return !audience.isBlocked(person, chatId) && audience.isAllowed(person, chatId);
  }

  /** Does what the button is for; gives what to say of it in passing, if anything. */
  private @Nullable String act(int update, Press press, CallbackData data) {
    if (data instanceof AskNext next) {
      return askNext(update, press, next);
    }
    if (data instanceof AskStarter starter) {
      askStarter(update, press, starter);
      return null;
    }
    return asking.claim(update) ? show(press, data) : null;
  }

  private @Nullable String show(Press press, CallbackData data) {
    if (data instanceof ShowPassage passage) {
      return showPassage(press, passage);
    }
    if (data instanceof Rate rate) {
      chat.keepFeedback(rate.answer(), press.asker().person(), rate.helpful(), "");
      return press.text(rate.helpful() ? "feedback.helpful" : "feedback.not-helpful");
    }
    if (data instanceof TurnPage turn) {
      Phrases phrases = press.asker().phrases();
      speaker.restate(
          press.asker(),
          press.message(),
          () ->
              SourcesPage.of(chat.documents(press.asker().place()).linked(), turn.page(), phrases));
    } else if (data instanceof Choose choice) {
      return choose(press, choice.language());
    }
    return null;
  }

  private @Nullable String showPassage(Press press, ShowPassage passage) {
    Optional<Citation> citation =
        chat.recall(passage.answer()).map(chat.viewer()::link).stream()
            .flatMap(answer -> answer.citations().stream())
            .filter(cited -> cited.number() == passage.citation())
            .findFirst();
    if (citation.isEmpty()) {
      return press.text("answer-forgotten");
    }
    Citation cited = citation.get();
    Phrases phrases = press.asker().phrases();
    ServedDocuments documents = chat.documents(press.asker().place());
    speaker.say(
        press.asker(),
        press.message(),
        () -> PassageMessage.of(cited, documents.paragraph(cited), phrases));
    return null;
  }

  private String choose(Press press, Language language) {
    chat.people().chooseLanguage(press.asker().person(), language.code());
    Phrases phrases = Phrases.of(language);
    if (!press.asker().spot().isGroup()) {
      speaker.restate(press.asker(), press.message(), () -> LanguageMenu.of(phrases));
    }
    return phrases.text("language.chosen");
  }

  private @Nullable String askNext(int update, Press press, AskNext next) {
    List<String> suggestions =
        chat.recall(next.answer()).map(Answer::suggestions).orElse(List.of());
    if (next.suggestion() >= suggestions.size()) {
      return press.text("answer-forgotten");
    }
    asking.button(update, press.asker(), press.message(), suggestions.get(next.suggestion()));
    return null;
  }

  /** In the order of the place: what to begin with may first have to be looked for. */
  private void askStarter(int update, Press press, AskStarter chosen) {
    chat.post(
        press.asker().place(),
        () -> {
          List<Starter> starters = chat.starters(press.asker().place());
          if (chosen.starter() < starters.size()) {
            String question = starters.get(chosen.starter()).question();
            asking.button(update, press.asker(), press.message(), question);
          }
        });
  }

  private void answer(CallbackQuery press, @Nullable String text) {
    api.call(AnswerCallbackQuery.builder().callbackQueryId(press.getId()).text(text).build())
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                log.debug("a press of a button was not answered: {}", failure.getMessage());
              }
            });
  }
}
