package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.bot.telegram.Answered.ID;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bot.chat.Language;
import parley.bot.telegram.CallbackData.AskNext;
import parley.bot.telegram.CallbackData.AskStarter;
import parley.bot.telegram.CallbackData.Choose;
import parley.bot.telegram.CallbackData.Rate;
import parley.bot.telegram.CallbackData.ShowPassage;
import parley.bot.telegram.CallbackData.TurnPage;

class CallbackDataTest {

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(new ShowPassage(ID, 2), "p:" + ID + ":2"),
        Arguments.of(new Rate(ID, true), "u:" + ID),
        Arguments.of(new Rate(ID, false), "d:" + ID),
        Arguments.of(new AskNext(ID, 0), "a:" + ID + ":0"),
        Arguments.of(new AskStarter(3), "b:3"),
        Arguments.of(new TurnPage(12), "s:12"),
        Arguments.of(new Choose(Language.UKRAINIAN), "l:uk"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isReadAsItWasWritten(CallbackData data, String encoded) {
    assertThat(data.encode()).isEqualTo(encoded);
    assertThat(CallbackData.parse(encoded)).contains(data);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        ":",
        "p",
        "p:",
        "p::1",
        "p:id",
        "p:id:",
        "p:id:x",
        "p:id:-1",
        "p:id:+1",
        "p:id:01",
        "p:id:10000",
        "p:id:99999999999",
        "p:id:1:2",
        "p:id:1 ",
        "p:i d:1",
        "p:i\nd:1",
        "p:ід:1",
        "p:id:١",
        "P:id:1",
        "u:",
        "u:id:1",
        "d:../../etc",
        "b:",
        "b:x",
        "b:-0",
        "s:1e3",
        "s:",
        "l:",
        "l:UK",
        "l:uk-UA",
        "l:xx",
        "x:1",
        "\u0000",
        "p:00000000000000000000000000000000000000000:1"
      })
  void aStrangersGarbageIsNothing(String data) {
    assertThat(CallbackData.parse(data)).isEmpty();
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverItHoldsKeepsToTelegramsLimitAndIsReadBack(int seed) {
    CallbackData data = data(new Random(seed));
    assertThat(data.encode().getBytes(StandardCharsets.UTF_8).length).isBetween(1, 64);
    assertThat(CallbackData.parse(data.encode())).contains(data);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsSentIsReadAsWrittenOrNotAtAll(int seed) {
    Random random = new Random(seed);
    String sent = mangled(data(random).encode(), random);
    assertThat(CallbackData.parse(sent).map(CallbackData::encode).orElse(sent)).isEqualTo(sent);
  }

  @Test
  void refusesWhatItCouldNotReadBack() {
    assertThatThrownBy(() -> new ShowPassage("a:b", 1))
        .hasMessage("'a:b' is no id of an answer: give at most 40 letters, digits and hyphens");
    assertThatThrownBy(() -> new TurnPage(10_000)).hasMessage("10000 is not from 0 to 9999");
  }

  private static CallbackData data(Random random) {
    String id = new UUID(random.nextLong(), random.nextLong()).toString();
    int number = random.nextInt(10_000);
    return switch (random.nextInt(6)) {
      case 0 -> new ShowPassage(id, number);
      case 1 -> new Rate(id, random.nextBoolean());
      case 2 -> new AskNext(id, number);
      case 3 -> new AskStarter(number);
      case 4 -> new TurnPage(number);
      default -> new Choose(Language.values()[random.nextInt(Language.values().length)]);
    };
  }

  private static String mangled(String data, Random random) {
    StringBuilder mangled = new StringBuilder(data);
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      int position = random.nextInt(mangled.length());
      String alphabet = "abdlpsu0123456789:-+ \u0000é";
      mangled.setCharAt(position, alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return mangled.toString();
  }
}
