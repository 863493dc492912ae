package parley.knowledge;

/** Hears how far long work has come. */
@FunctionalInterface
public interface Progress {

  /** Called now and then, from one thread: so many of so many documents are done. */
  void at(int done, int total);
}
