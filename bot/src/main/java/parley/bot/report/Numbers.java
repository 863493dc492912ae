package parley.bot.report;

/** Numbers with their words. */
final class Numbers {

  private Numbers() {}

  /** Such as "1 question", "2 questions". */
  static String of(int number, String one) {
    return of(number, one, one + "s");
  }

  static String of(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
