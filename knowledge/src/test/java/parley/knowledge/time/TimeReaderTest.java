package parley.knowledge.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.Source;
import parley.knowledge.language.Language;

class TimeReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 14);

  @ParameterizedTest
  @CsvSource({
    "What happened today?, 2026-01-14, 2026-01-14",
    "What did Macron say yesterday?, 2026-01-13, 2026-01-13",
    "What was decided this week?, 2026-01-12, 2026-01-18",
    "What was decided last week?, 2026-01-05, 2026-01-11",
    "What has happened in the last 3 days?, 2026-01-11, 2026-01-14",
    "What was said over the past few days?, 2026-01-07, 2026-01-14",
    "What was decided last month?, 2025-12-01, 2025-12-31",
    "Who met on 3 January?, 2026-01-03, 2026-01-03",
    "Who met on the 3rd of January?, 2026-01-03, 2026-01-03",
    "Who met on 24 December?, 2025-12-24, 2025-12-24",
    "Who met on January 3rd?, 2026-01-03, 2026-01-03",
    "'Who met on January 3, 2025?', 2025-01-03, 2025-01-03",
    "Who met on 2026-01-03?, 2026-01-03, 2026-01-03",
    "Who met on 3.1.2026?, 2026-01-03, 2026-01-03",
    "Who met in January?, 2026-01-01, 2026-01-31",
    "Who met in March 2025?, 2025-03-01, 2025-03-31",
    "Who has met since 3 January?, 2026-01-03, +999999999-12-31"
  })
  void readsTheDaysAQuestionIsAbout(String question, LocalDate first, LocalDate last) {
    assertThat(read(question, Language.ENGLISH).orElseThrow().period())
        .contains(new Period(first, last));
  }

  @ParameterizedTest
  @CsvSource({
    "UKRAINIAN, Хто зустрічався 3 січня?, 2026-01-03",
    "UKRAINIAN, Що сталося вчора?, 2026-01-13",
    "FRENCH, Qui s’est réuni le 3 janvier ?, 2026-01-03",
    "FRENCH, Qui s’est réuni le 1er janvier ?, 2026-01-01",
    "GERMAN, Wer traf sich am 3. Januar?, 2026-01-03",
    "GERMAN, Wer traf sich gestern?, 2026-01-13",
    "POLISH, Kto spotkał się 3 stycznia?, 2026-01-03",
    "POLISH, Co się stało wczoraj?, 2026-01-13",
    "RUSSIAN, Кто встречался 3 января?, 2026-01-03",
    "RUSSIAN, Что было вчера?, 2026-01-13"
  })
  void readsThemInEachLanguage(Language language, String question, LocalDate day) {
    assertThat(read(question, language).orElseThrow().period()).contains(Period.day(day));
  }

  /** Else how things stand now is. */
  @ParameterizedTest
  @CsvSource({
    "true, ENGLISH, What is the latest on the ceasefire?",
    "true, ENGLISH, What’s new about the force?",
    "true, UKRAINIAN, Що нового про перемир’я?",
    "true, FRENCH, Quelles sont les dernières nouvelles du cessez-le-feu ?",
    "true, GERMAN, Was gibt es Neues zum Waffenstillstand?",
    "true, POLISH, Co nowego w sprawie rozejmu?",
    "true, RUSSIAN, Что нового о перемирии?",
    "false, ENGLISH, Who currently leads the delegation?",
    "false, UKRAINIAN, Хто зараз очолює делегацію?",
    "false, FRENCH, Qui dirige actuellement la délégation ?",
    "false, GERMAN, Wer leitet derzeit die Delegation?",
    "false, POLISH, Kto obecnie kieruje delegacją?",
    "false, RUSSIAN, Кто сейчас возглавляет делегацию?"
  })
  void tellsWhetherWhatIsNewIsAskedFor(boolean newest, Language language, String question) {
    AskedTime asked = read(question, language).orElseThrow();
    assertThat(asked.period()).isEmpty();
    assertThat(asked.newest()).isEqualTo(newest);
    assertThat(asked.anything()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "What are the five priorities?",
    "May the force stay?",
    "Who spoke before 3 January?",
    "Who met on 31 April?",
    "Which brigade has 2026 soldiers?"
  })
  void leavesOtherQuestionsAlone(String question) {
    assertThat(read(question, Language.ENGLISH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "What did Germany decide last week?, What did Germany decide ?, false",
    "'On 3 January, who met?', ', who met?', false",
    "Who has met since 3 January?, Who has met ?, false",
    "What is the latest on the ceasefire?, What about the ceasefire?, false",
    "latest news from Germany, What about Germany?, false",
    "What happened in Kyiv last week?, What about Kyiv?, false",
    "Who made the latest offer?, Who made the offer?, false",
    "What happened last week?, What happened ?, true",
    "What will happen on 7 January?, What will happen ?, true",
    "What is the latest?, What is the ?, true",
    "News of yesterday, News, true"
  })
  void tellsWhatIsLeftOfTheQuestion(String question, String rest, boolean anything) {
    AskedTime asked = read(question, Language.ENGLISH).orElseThrow();
    assertThat(asked.rest()).isEqualTo(rest);
    assertThat(asked.anything()).isEqualTo(anything);
  }

  @Test
  void countsFromTodayWhereTheDocumentsAreKeptFresh() {
    AskedTime asked = read("What happened last week?", Language.ENGLISH).orElseThrow();
    assertThat(asked.countedFrom()).contains(TODAY);
  }

  @Test
  void countsFromTheNewestDocumentOfAnArchive() {
    AskedTime asked =
        new TimeReader(on(LocalDate.of(2026, 11, 24)))
            .read("What happened last week?", Language.ENGLISH, TimeReaderTest::documents)
            .orElseThrow();
    assertThat(asked.countedFrom()).contains(LocalDate.of(2026, 1, 12));
    assertThat(asked.period())
        .contains(new Period(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 11)));
  }

  @Test
  void knowsNoTimeOfDocumentsWithoutDates() {
    assertThat(
            new TimeReader(on(TODAY))
                .read(
                    "What happened last week?",
                    Language.ENGLISH,
                    () -> List.of(document("d", null))))
        .isEmpty();
  }

  private static Optional<AskedTime> read(String question, Language language) {
    return new TimeReader(on(TODAY)).read(question, language, TimeReaderTest::documents);
  }

  private static List<Source> documents() {
    return List.of(
        document("a", LocalDate.of(2026, 1, 12)),
        document("b", LocalDate.of(2026, 1, 3)),
        document("c", null));
  }

  private static Source document(String id, @Nullable LocalDate date) {
    return new Source(id, "The harbour", null, date, null, null, 1);
  }

  private static Clock on(LocalDate day) {
    return Clock.fixed(Instant.from(day.atStartOfDay(ZoneOffset.UTC)), ZoneOffset.UTC);
  }
}
