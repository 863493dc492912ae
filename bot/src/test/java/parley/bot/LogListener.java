package parley.bot;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Hears everything that is logged at all by those who know a secret: someone may switch it on. */
final class LogListener implements AutoCloseable {

  private final Queue<ILoggingEvent> logged = new ConcurrentLinkedQueue<>();
  private final List<String> loggers;
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          logged.add(event);
        }
      };

  private LogListener(List<String> loggers) {
    this.loggers = loggers;
  }

  static LogListener of(String... loggers) {
    LogListener listener = new LogListener(List.of(loggers));
    Logger root = root();
    root.iteratorForAppenders().forEachRemaining(LogListener::showWarningsAlone);
    listener.appender.setContext(root.getLoggerContext());
    listener.appender.start();
    root.addAppender(listener.appender);
    listener.setLevel(Level.DEBUG);
    return listener;
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static void showWarningsAlone(Appender<ILoggingEvent> shown) {
    ThresholdFilter filter = new ThresholdFilter();
    filter.setLevel("WARN");
    filter.start();
    shown.addFilter(filter);
  }

  private void setLevel(@Nullable Level level) {
    loggers.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(level));
  }

  int size() {
    return logged.size();
  }

  /** The lines that hold a text, with what was thrown. */
  List<String> lines(Level least, String holding) {
    return logged.stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(least))
        .map(event -> event.getFormattedMessage() + thrown(event.getThrowableProxy()))
        .filter(line -> line.contains(holding))
        .toList();
  }

  private static String thrown(@Nullable IThrowableProxy thrown) {
    return thrown == null
        ? ""
        : " " + thrown.getClassName() + ": " + thrown.getMessage() + thrown(thrown.getCause());
  }

  @Override
  public void close() {
    setLevel(null);
    root().detachAppender(appender);
  }
}
