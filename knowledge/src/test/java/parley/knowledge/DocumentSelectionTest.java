package parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentSelectionTest {

  private static final Source FERRIES = source("ferries", "public/prices", "Timetable", "Skagen");
  private static final Source SECRET = source("secret", "", "internal");

  @ParameterizedTest
  @CsvSource({
    "ferries,        true",
    "public,         true",
    "public/prices,  true",
    "public/prices/, true",
    "Timetable,      true",
    "SKAGEN,         true",
    "Ferries,        false",
    "prices,         false",
    "publi,          false",
    "secret,         false",
    "'',             false",
    "/,              false"
  })
  void holdsADocumentByItsIdItsSubfolderOrATag(String name, boolean held) {
    assertThat(DocumentSelection.of(List.of(name)).holds(FERRIES)).isEqualTo(held);
  }

  @Test
  void holdsTheArticlesOfATable() {
    assertThat(DocumentSelection.of(List.of("news")).holds(source("news/7", ""))).isTrue();
    assertThat(DocumentSelection.of(List.of("news")).holds(source("newspaper", ""))).isFalse();
  }

  @Test
  void holdsAllDocumentsWithoutAName() {
    assertThat(DocumentSelection.of(List.of()).holds(SECRET)).isTrue();
    assertThat(DocumentSelection.of(List.of()).ids(List.of(FERRIES, SECRET))).isEmpty();
  }

  @Test
  void isNeverAllDocumentsWhereItsNamesFitNone() {
    assertThat(DocumentSelection.of(List.of("cranes", "")).ids(List.of(FERRIES, SECRET)))
        .isEqualTo(Set.of("cranes", ""));
    assertThat(DocumentSelection.of(List.of("cranes", "skagen")).ids(List.of(FERRIES, SECRET)))
        .isEqualTo(Set.of("ferries"));
  }

  private static Source source(String id, String subfolder, String... tags) {
    return new Source(id, id, null, null, null, null, 1, null, List.of(tags), subfolder);
  }
}
