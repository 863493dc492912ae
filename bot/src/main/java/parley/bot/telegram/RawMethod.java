package parley.bot.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * A method of the Bot API whose answer is handed over as it came. What telegrambots would make of
 * it fails as a whole for one number out of its range, though the message was sent.
 */
final class RawMethod extends BotApiMethod<String> {

  private final PartialBotApiMethod<?> method;

  RawMethod(PartialBotApiMethod<?> method) {
    this.method = method;
  }

  @JsonValue
  PartialBotApiMethod<?> json() {
    return method;
  }

  /**
   * The name as it is documented, which is that of the class. telegrambots has it in lower case:
   * Telegram takes that, and not every server in its place does.
   */
  @Override
  public String getMethod() {
    return nameOf(method);
  }

  static String nameOf(PartialBotApiMethod<?> method) {
    String name = method.getClass().getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  @Override
  public void validate() throws TelegramApiValidationException {
    method.validate();
  }

  @Override
  public String deserializeResponse(String answer) {
    return answer;
  }
}
