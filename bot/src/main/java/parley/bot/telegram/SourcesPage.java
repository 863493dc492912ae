package parley.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import parley.bot.telegram.CallbackData.TurnPage;
import parley.knowledge.Source;

/** Lists the documents, a page at a time. */
final class SourcesPage {

  private static final int A_PAGE = 8;

  private SourcesPage() {}

  /**
   * One page.
   *
   * @param page counted from 0; beyond the last, the last is shown
   */
  static TelegramMessage of(List<Source> sources, int page, Phrases phrases) {
    if (sources.isEmpty()) {
      return TelegramMessage.plain(phrases.text("sources.none"));
    }
    int last = (sources.size() - 1) / A_PAGE;
    int shown = Math.min(Math.max(page, 0), last);
    String html = heading(shown, last, phrases) + "\n\n" + lines(sources, shown, phrases);
    return new TelegramMessage(html, new Keyboard().rows(arrows(shown, last), 2).build());
  }

  private static String heading(int page, int last, Phrases phrases) {
    String title = HtmlText.bold(HtmlText.own(phrases.text("sources.heading")));
    return last == 0
        ? title
        : title + " · " + HtmlText.own(phrases.text("sources.page", page + 1, last + 1));
  }

  private static String lines(List<Source> sources, int page, Phrases phrases) {
    int start = page * A_PAGE;
    return IntStream.range(start, Math.min(start + A_PAGE, sources.size()))
        .mapToObj(i -> (i + 1) + ". " + SourceLine.html(sources.get(i), phrases))
        .collect(Collectors.joining("\n"));
  }

  private static List<InlineKeyboardButton> arrows(int page, int last) {
    List<InlineKeyboardButton> arrows = new ArrayList<>();
    if (page > 0) {
      arrows.add(Keyboard.button("◀", new TurnPage(page - 1)));
    }
    if (page < last) {
      arrows.add(Keyboard.button("▶", new TurnPage(page + 1)));
    }
    return arrows;
  }
}
