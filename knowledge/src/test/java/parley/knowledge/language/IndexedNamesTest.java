package parley.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.index.LucenePassageIndex;

class IndexedNamesTest {

  @TempDir private Path folder;

  private LucenePassageIndex index;
  private IndexedNames names;

  @BeforeEach
  void open() {
    index =
        IndexOf.texts(
            folder,
            null,
            "Emmanuel Macron and Volodymyr Zelenskyy spoke. Steve Witkoff, Jared Kushner and Marco"
                + " Rubio listened, said Andriy Yermak.",
            "The president of Lindholm thanked Keir Starmer. Mills were built in Lindholm. He saw"
                + " the mills.");
    names = new IndexedNames(index);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource({
    "UKRAINIAN,Макрон,Macron", "UKRAINIAN,Макроном,Macron", "UKRAINIAN,Зеленського,Zelenskyy",
    "UKRAINIAN,Віткофф,Witkoff", "UKRAINIAN,Рубіо,Rubio", "UKRAINIAN,Джареда,Jared",
    "UKRAINIAN,Єрмак,Yermak", "UKRAINIAN,Ліндгольм,Lindholm", "RUSSIAN,Макрона,Macron",
    "RUSSIAN,Зеленский,Zelenskyy", "RUSSIAN,Уиткоффом,Witkoff", "RUSSIAN,Кушнер,Kushner",
    "RUSSIAN,Стармера,Starmer", "GERMAN,Selenskyj,Zelenskyy", "GERMAN,Selenskyjs,Zelenskyy",
    "GERMAN,Jermak,Yermak", "GERMAN,macron,Macron", "POLISH,Zełenski,Zelenskyy",
    "POLISH,Zełenskiego,Zelenskyy", "POLISH,Makron,Macron", "POLISH,Kushnerem,Kushner",
    "POLISH,Wołodymyr,Volodymyr", "FRENCH,Zelensky,Zelenskyy", "FRENCH,Iermak,Yermak"
  })
  void aNameIsKnownByItsSound(Language language, String written, String name) {
    assertThat(like(language, written)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "UKRAINIAN,Макаренко", "UKRAINIAN,борщ", "RUSSIAN,Путин", "RUSSIAN,рыба", "GERMAN,Apfelkuchen",
    "GERMAN,Mühlen", "POLISH,prezydenta", "POLISH,rybę", "FRENCH,ratatouille", "FRENCH,robe"
  })
  void anotherWordIsNoName(Language language, String written) {
    assertThat(like(language, written)).isEmpty();
  }

  @Test
  void namesOfNewDocumentsAreFound() {
    assertThat(like(Language.UKRAINIAN, "Мерц")).isEmpty();

    IndexOf.put(index, null, "Friedrich Merz spoke.");

    assertThat(like(Language.UKRAINIAN, "Фрідріха")).contains("Friedrich");
    assertThat(like(Language.UKRAINIAN, "Макрон")).isEmpty();
  }

  private Optional<String> like(Language language, String written) {
    return names.like(Glossary.of(language).spellings(Word.of(written)));
  }
}
