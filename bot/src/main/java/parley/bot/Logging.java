package parley.bot;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.LoggerFactory;

/**
 * Sends the log to standard error. In code, since to read logback's XML costs half a second, and
 * its patterns cost a tenth.
 */
public final class Logging extends ContextAwareBase implements Configurator {

  /** For logback, which finds this class by its service file. */
  public Logging() {}

  /** Logs events as they happen, for a process that runs on its own. */
  static void showEvents() {
    if (LoggerFactory.getLogger("parley") instanceof ch.qos.logback.classic.Logger parley) {
      parley.setLevel(Level.INFO);
    }
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(new OneLine());
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
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

  /** {@code parley: warning: what happened}. */
  private static final class OneLine extends LayoutBase<ILoggingEvent> {

    @Override
    public String doLayout(ILoggingEvent event) {
      Level level = event.getLevel();
      String kind = level.isGreaterOrEqual(Level.WARN) ? "warning" : level.toString();
      return "parley: " + kind + ": " + event.getFormattedMessage() + System.lineSeparator();
    }
  }
}
