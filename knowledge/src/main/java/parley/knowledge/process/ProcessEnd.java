package parley.knowledge.process;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done when the process is told to end: services close, and only then the models stop that
 * they may still need. The virtual machine itself runs its shutdown hooks all at once.
 *
 * <p>Thread-safe. What is added once the end has begun is not done.
 */
public final class ProcessEnd {

  private static final Logger log = LoggerFactory.getLogger(ProcessEnd.class);

  private static final ProcessEnd OF_THIS = new ProcessEnd();

  private final Deque<Runnable> services = new ArrayDeque<>();
  private final Deque<Runnable> models = new ArrayDeque<>();

  private ProcessEnd() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::run, "end"));
  }

  /** Closes a service, before any that was added earlier. */
  public static void close(Runnable service) {
    OF_THIS.add(OF_THIS.services, service);
  }

  /** Stops a model, after all services are closed. */
  public static void stop(Runnable model) {
    OF_THIS.add(OF_THIS.models, model);
  }

  private synchronized void add(Deque<Runnable> actions, Runnable action) {
    actions.push(action);
  }

  private void run() {
    doAll(services);
    doAll(models);
  }

  private void doAll(Deque<Runnable> actions) {
    for (Runnable action = next(actions); action != null; action = next(actions)) {
      try {
        action.run();
      } catch (RuntimeException e) {
        log.warn("something did not end as it should", e);
      }
    }
  }

  private synchronized @Nullable Runnable next(Deque<Runnable> actions) {
    return actions.poll();
  }
}
