package parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionTest {

  private static final List<Turn> HISTORY = List.of(new Turn("Who?", "Ida Berg."));

  @Test
  void isAskedOfAllDocumentsInItsOwnLanguageUnlessSaid() {
    assertThat(new Question("Why?", HISTORY))
        .isEqualTo(new Question("Why?", HISTORY, Set.of(), null));
  }

  @Test
  void keepsTheRestWhenOneThingIsSaid() {
    assertThat(new Question("Why?", HISTORY).in("uk").to(Set.of("news")).in("fr"))
        .isEqualTo(new Question("Why?", HISTORY, Set.of("news"), "fr"));
  }
}
