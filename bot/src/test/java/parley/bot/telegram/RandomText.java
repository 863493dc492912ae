package parley.bot.telegram;

import java.util.List;
import java.util.Random;

/** Text of every kind that people and documents hold, and of the kinds that break things. */
final class RandomText {

  private static final List<String> PIECES =
      List.of(
          "talks",
          "Paris",
          "переговори",
          "ceasefire.",
          "«Так!»",
          "Ärger",
          "שלום",
          "مرحبا",
          "和平",
          "😀",
          "👨‍👩‍👧‍👦",
          "🇺🇦",
          "👍🏽",
          "e\u0301",
          "z\u0335\u0336\u0337\u0338",
          "[1]",
          "[2][3]",
          "<",
          ">",
          "&",
          "&amp;",
          "\"",
          "a<b>c",
          "\u00a0",
          " ",
          " ",
          " ",
          " ",
          ". ",
          "! ",
          "\n",
          "\n\n",
          "  ");

  private RandomText() {}

  /** So many pieces, joined. */
  static String of(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
