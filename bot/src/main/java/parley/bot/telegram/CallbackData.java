package parley.bot.telegram;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Language;

/**
 * What a button carries: what to do when it is pressed. Telegram allows 64 bytes, and hands back
 * whatever a stranger's client claims to have pressed.
 *
 * @see <a href="https://core.telegram.org/bots/api#inlinekeyboardbutton">InlineKeyboardButton</a>
 */
sealed interface CallbackData {

  /** Shows the paragraph of an answer's citation, which is counted from 1. */
  record ShowPassage(String answer, int citation) implements CallbackData {
    public ShowPassage {
      checkId(answer);
      checkNumber(citation);
    }

    @Override
    public String encode() {
      return "p:" + answer + ":" + citation;
    }
  }

  /** Says whether an answer was helpful. */
  record Rate(String answer, boolean helpful) implements CallbackData {
    public Rate {
      checkId(answer);
    }

    @Override
    public String encode() {
      return (helpful ? "u:" : "d:") + answer;
    }
  }

  /** Asks one of an answer's suggestions, which are counted from 0. */
  record AskNext(String answer, int suggestion) implements CallbackData {
    public AskNext {
      checkId(answer);
      checkNumber(suggestion);
    }

    @Override
    public String encode() {
      return "a:" + answer + ":" + suggestion;
    }
  }

  /** Asks one of the questions to begin with, which are counted from 0. */
  record AskStarter(int starter) implements CallbackData {
    public AskStarter {
      checkNumber(starter);
    }

    @Override
    public String encode() {
      return "b:" + starter;
    }
  }

  /** Turns to a page of the list of sources, counted from 0. */
  record TurnPage(int page) implements CallbackData {
    public TurnPage {
      checkNumber(page);
    }

    @Override
    public String encode() {
      return "s:" + page;
    }
  }

  /** Chooses the language that the bot speaks to the person. */
  record Choose(Language language) implements CallbackData {
    public Choose {
      Objects.requireNonNull(language, "language");
    }

    @Override
    public String encode() {
      return "l:" + language.code();
    }
  }

  /** An answer's id; that of a UUID has 36 characters. */
  Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,40}");

  /** Numbers have at most four digits. */
  int LARGEST = 9_999;

  /** What the button carries, in at most 64 characters of ASCII. */
  String encode();

  /**
   * Reads what a button carried.
   *
   * @param data from anybody; null where the button carries nothing
   * @return empty if it is nothing that {@link #encode} makes
   */
  static Optional<CallbackData> parse(@Nullable String data) {
    if (data == null || data.length() > 64) {
      return Optional.empty();
    }
    try {
      return read(data.split(":", -1)).filter(read -> read.encode().equals(data));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<CallbackData> read(String[] parts) {
    return switch (parts[0] + parts.length) {
      case "p3" -> Optional.of(new ShowPassage(parts[1], Integer.parseInt(parts[2])));
      case "u2", "d2" -> Optional.of(new Rate(parts[1], parts[0].equals("u")));
      case "a3" -> Optional.of(new AskNext(parts[1], Integer.parseInt(parts[2])));
      case "b2" -> Optional.of(new AskStarter(Integer.parseInt(parts[1])));
      case "s2" -> Optional.of(new TurnPage(Integer.parseInt(parts[1])));
      case "l2" -> Language.of(parts[1]).map(Choose::new);
      default -> Optional.empty();
    };
  }

  private static void checkId(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "'" + id + "' is no id of an answer: give at most 40 letters, digits and hyphens");
    }
  }

  private static void checkNumber(int number) {
    if (number < 0 || number > LARGEST) {
      throw new IllegalArgumentException(number + " is not from 0 to " + LARGEST);
    }
  }
}
