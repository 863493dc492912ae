package parley.bot.web;

/** Writes a problem as JSON or as a page. */
@FunctionalInterface
interface ProblemWriter {

  /** Writes it as the answer, which was claimed. */
  void write(Exchange exchange, Problem problem);
}
