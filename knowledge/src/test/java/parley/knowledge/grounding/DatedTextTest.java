package parley.knowledge.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatedTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on Dec. 31, 2025",
        "on December 31, 2025",
        "on 31 December 2025",
        "on 2025-12-31",
        "on Dec 31 2025",
        "on the 31st of December, 2025"
      })
  void findsADateHoweverItIsWritten(String text) {
    assertThat(DatedText.of(text).dates())
        .containsExactly(new DateMention(2025, Month.DECEMBER, 31, null));
  }

  @Test
  void partsDatesFromTheRest() {
    DatedText dated = DatedText.of("On Tuesday, Jan. 6, 35 leaders met in 2026.");

    assertThat(dated.dates())
        .containsExactlyInAnyOrder(
            new DateMention(null, Month.JANUARY, 6, null),
            new DateMention(null, null, null, DayOfWeek.TUESDAY),
            new DateMention(2026, null, null, null));
    assertThat(dated.rest().replaceAll(" +", " ")).isEqualTo("On , , 35 leaders met in .");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"on 12 and 13 June", "on June 12 and 13", "from 12 to 13 June", "June 12–13"})
  void findsTwoDaysOfAMonth(String text) {
    assertThat(DatedText.of(text).dates())
        .extracting(DateMention::day)
        .containsExactlyInAnyOrder(12, 13);
    assertThat(DatedText.of(text).dates())
        .filteredOn(date -> date.month() == Month.JUNE)
        .isNotEmpty();
  }

  @Test
  void knowsNewYearsEve() {
    assertThat(DatedText.of("On New Year’s Eve he spoke.").dates())
        .containsExactly(new DateMention(null, Month.DECEMBER, 31, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"they may meet", "they march on", "1,950 people", "5.5", "the sun", "2000%"})
  void findsNoneWhereThereIsNone(String text) {
    assertThat(DatedText.of(text).dates()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Dec. 31, 2026-01-06, 2025-12-31",
    "January 3, 2026-01-06, 2026-01-03",
    "February 2, 2026-01-06, 2026-02-02",
    "Tuesday, 2026-01-06, 2026-01-06"
  })
  void completesByTheDayOfPublication(String text, LocalDate published, LocalDate meant) {
    assertThat(DatedText.of(text).dates().get(0).completed(published))
        .isEqualTo(DateMention.of(meant));
  }

  @Test
  void leavesAWeekdayOfNoKnownDate() {
    DateMention friday = new DateMention(null, null, null, DayOfWeek.FRIDAY);

    assertThat(friday.completed(LocalDate.of(2026, 1, 6))).isEqualTo(friday);
    assertThat(friday.completed(null)).isEqualTo(friday);
  }
}
