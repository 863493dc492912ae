package parley.bot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import parley.bot.chat.Chat;
import parley.knowledge.Answer;

/**
 * Answers what people type after the bot's name in any chat, while they type it. Within two seconds
 * or not at all; nothing of it is kept.
 */
final class InlineHandler {

  /** Under which name the chat counts what is typed: not as questions, of which there are fewer. */
  static final String PLATFORM = "telegram-inline";

  private static final Logger log = LoggerFactory.getLogger(InlineHandler.class);

  private static final Duration PATIENCE = Duration.ofMillis(1_700);

  /** Of what is found, here and at Telegram's. */
  private static final Duration MEMORY = Duration.ofMinutes(5);

  private static final int MOST_REMEMBERED = 500;

  /** Below that, anything might follow. */
  private static final int SHORTEST = 3;

  private final Chat chat;
  private final TelegramApi api;
  private final Askers askers;
  private final Asking asking;
  private final BotIdentity self;
  private final TelegramAudience audience;

  private final Cache<String, List<InlineQueryResultArticle>> found =
      Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST_REMEMBERED).build();

  /** What each person typed last and is not answered yet. */
  private final Cache<String, CompletableFuture<Optional<Answer>>> latest =
      Caffeine.newBuilder().expireAfterWrite(PATIENCE.multipliedBy(2)).build();

  InlineHandler(
      Chat chat,
      TelegramApi api,
      Askers askers,
      Asking asking,
      BotIdentity self,
      TelegramAudience audience) {
    this.chat = chat;
    this.api = api;
    this.askers = askers;
    this.asking = asking;
    this.self = self;
    this.audience = audience;
  }

  /** Somebody is typing. */
  void handle(InlineQuery query) {
    long person = query.getFrom().getId();
    if (audience.isBlocked(person, person) || !audience.isAllowed(person, person)) {
      return;
    }
    Asker asker = askers.at(new Spot(person, null), person, query.getFrom());
    String text = query.getQuery().strip().replaceAll("\\s+", " ");
    String key = asker.phrases().language() + " " + asker.language() + " " + text;
    List<InlineQueryResultArticle> known = found.getIfPresent(key);
    if (text.length() < SHORTEST) {
      answer(query, InlineAnswers.hint(self.name(), asker.phrases()), MEMORY);
    } else if (known != null) {
      answer(query, known, MEMORY);
    } else {
      look(query, asker, text, key);
    }
  }

  private void look(InlineQuery query, Asker asker, String text, String key) {
    CompletableFuture<Optional<Answer>> preview =
        chat.preview(asking.preview(asker, query.getId(), text))
            .completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Optional<Answer>> before = latest.asMap().put(asker.person(), preview);
    if (before != null) {
      before.complete(Optional.empty());
    }
    CompletableFuture<Void> unused =
        preview
            .exceptionally(failure -> Optional.empty())
            .thenAccept(answer -> show(query, asker, text, key, answer));
  }

  private void show(
      InlineQuery query, Asker asker, String text, String key, Optional<Answer> answer) {
    if (answer.isEmpty()) {
      answer(query, List.of(), Duration.ZERO);
      return;
    }
    List<InlineQueryResultArticle> articles =
        InlineAnswers.of(text, List.of(chat.viewer().link(answer.get())), asker.phrases());
    found.put(key, articles);
    answer(query, articles, MEMORY);
  }

  /** For this person alone: others may speak another language. */
  private void answer(
      InlineQuery query, List<? extends InlineQueryResult> results, Duration memory) {
    api.callOnce(
            AnswerInlineQuery.builder()
                .inlineQueryId(query.getId())
                .results(List.copyOf(results))
                .cacheTime((int) memory.toSeconds())
                .isPersonal(true)
                .build())
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                log.debug("what somebody typed was not answered: {}", failure.getMessage());
              }
            });
  }
}
