package parley.knowledge;

import java.time.Duration;
import java.util.function.Supplier;

/** Lets work that nobody waits for step aside while somebody asks. Thread-safe. */
final class Attention {

  private int asking;

  /** Answers somebody. */
  <T> T to(Supplier<T> answer) {
    begin();
    try {
      return answer.get();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    asking++;
  }

  private synchronized void end() {
    asking--;
    if (asking == 0) {
      notifyAll();
    }
  }

  /** Waits until nobody asks, at most so long: where there is always somebody, work goes on. */
  synchronized void awaitQuiet(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    long left = most.toMillis();
    while (asking > 0 && left > 0) {
      wait(left);
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
  }
}
