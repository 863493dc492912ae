package parley.bot.web;

import java.time.Duration;
import parley.bot.chat.Rates;

/**
 * What the settings file has for the page.
 *
 * @param addressAMinute questions and searches from one address within a minute
 * @param allAMinute questions and searches from everybody within a minute
 * @param addressAtOnce requests of one address that may wait for their answers
 * @param allAtOnce requests of everybody that may wait for their answers
 * @param shareDays for how many days a shared answer is shown
 */
public record WebSection(
    int addressAMinute, int allAMinute, int addressAtOnce, int allAtOnce, int shareDays) {

  /** Somebody who reads what they are answered asks less. */
  static final WebSection DEFAULT = new WebSection(60, 600, 32, 1_000, 30);

  public WebSection {
    atLeastOne("address-a-minute", addressAMinute);
    atLeastOne("all-a-minute", allAMinute);
    atLeastOne("address-at-once", addressAtOnce);
    atLeastOne("all-at-once", allAtOnce);
    atLeastOne("share-days", shareDays);
  }

  Rates rates() {
    return new Rates(addressAMinute, allAMinute, allAMinute);
  }

  Duration shareTime() {
    return Duration.ofDays(shareDays);
  }

  private static void atLeastOne(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(key + " is " + value + ": give a number of at least 1");
    }
  }
}
