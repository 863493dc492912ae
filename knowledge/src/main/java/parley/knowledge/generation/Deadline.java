package parley.knowledge.generation;

import java.time.Duration;

/** A moment by which something has to be done; the machine's clock may be set meanwhile. */
record Deadline(long nanoTime) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** How long it is until then; zero once it has passed. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  boolean hasPassed() {
    return left().isZero();
  }

  /** The half of the time that is left. */
  Deadline half() {
    return in(left().dividedBy(2));
  }
}
