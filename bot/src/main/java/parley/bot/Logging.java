package parley.bot;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Trail;

/**
 * Sends the log to standard error. In code, since to read logback's XML costs half a second, and
 * its patterns cost a tenth.
 */
public final class Logging extends ContextAwareBase implements Configurator {

  /** A line for people to read. */
  static final String PLAIN = "plain";

  /** A line of JSON for programs. */
  static final String JSON = "json";

  private static final String CONSOLE = "console";

  /** For logback, which finds this class by its service file. */
  public Logging() {}

  /**
   * Logs events as they happen, for a process that runs on its own.
   *
   * @param form {@link #PLAIN} or {@link #JSON}
   * @throws IllegalArgumentException if it is neither
   */
  static void showEvents(String form) {
    Encoder<ILoggingEvent> encoder = encoder(form);
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger("parley").setLevel(Level.INFO);
      if (context.getLogger("ROOT").getAppender(CONSOLE)
          instanceof ConsoleAppender<ILoggingEvent> console) {
        encoder.setContext(context);
        encoder.start();
        console.setEncoder(encoder);
      }
    }
  }

  static Encoder<ILoggingEvent> encoder(String form) {
    return switch (form) {
      case PLAIN -> oneLine();
      case JSON -> json();
      default ->
          throw new IllegalArgumentException(
              "PARLEY_LOG is " + form + ": it may be " + PLAIN + " or " + JSON);
    };
  }

  private static Encoder<ILoggingEvent> oneLine() {
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setLayout(new OneLine());
    return encoder;
  }

  private static Encoder<ILoggingEvent> json() {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    return encoder;
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Encoder<ILoggingEvent> encoder = oneLine();
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setName(CONSOLE);
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    context.getLogger("ROOT").addAppender(appender);
    context.getLogger("ROOT").setLevel(Level.WARN);
    // both tell every user of flags that java -jar cannot take
    context.getLogger("org.apache.lucene").setLevel(Level.ERROR);
    context.getLogger("ai.djl").setLevel(Level.ERROR);
    // tells of every oddity of a PDF, some with a stack trace; what matters is said of the document
    context.getLogger("org.apache.pdfbox").setLevel(Level.OFF);
    context.getLogger("org.apache.fontbox").setLevel(Level.OFF);
    // quotes each line of a robots.txt that it does not know, and anybody may write one
    context.getLogger("crawlercommons").setLevel(Level.OFF);
    // logs whole events that it does not know, with Slack's verification token
    context.getLogger("com.slack.api.bolt.util.SlackRequestParser").setLevel(Level.OFF);
    // tells with a trace of each thing that a model's provider sends and nobody can read
    context.getLogger("dev.langchain4j.http.client.sse").setLevel(Level.ERROR);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** {@code parley: warning: what happened (question 7f1c…)}. */
  private static final class OneLine extends LayoutBase<ILoggingEvent> {

    @Override
    public String doLayout(ILoggingEvent event) {
      Level level = event.getLevel();
      String kind = level.isGreaterOrEqual(Level.WARN) ? "warning" : level.toString();
      String message = event.getFormattedMessage();
      return "parley: " + kind + ": " + message + about(event, message) + System.lineSeparator();
    }

    private static String about(ILoggingEvent event, String message) {
      String question = event.getMDCPropertyMap().get(Trail.QUESTION);
      return question == null || message.contains(question) ? "" : " (question " + question + ")";
    }
  }
}
