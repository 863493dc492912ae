package parley.bot.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parley.knowledge.Question;

/**
 * A question of an evaluation set and what a right answer to it holds.
 *
 * @param id names it in the list of misses
 * @param kind what sort of question it is; the table has a row for each
 * @param question with the turns before it
 * @param keys groups of words: of each group one must be in the answer, whatever its case
 * @param supports runs of text: one must be in a cited paragraph; where neither keys nor supports
 *     are given, the right answer is that the documents do not say
 */
record ExpectedAnswer(
    String id, String kind, Question question, List<List<String>> keys, List<String> supports) {

  ExpectedAnswer {
    keys = List.copyOf(keys);
    supports = List.copyOf(supports);
  }

  /** Reads {@code answers} (words, alternatives parted by |) and {@code supports} of a line. */
  static ExpectedAnswer of(JsonNode json, Question question) {
    List<List<String>> keys = new ArrayList<>();
    for (JsonNode group : json.path("answers")) {
      keys.add(Arrays.asList(group.asText().toLowerCase(Locale.ROOT).split("\\|")));
    }
    List<String> supports = new ArrayList<>();
    for (JsonNode corpus : json.path("supports")) {
      if (corpus.isTextual()) {
        supports.add(corpus.asText());
      }
      corpus.forEach(run -> supports.add(run.asText()));
    }
    return new ExpectedAnswer(
        json.path("id").asText(), json.path("kind").asText("all"), question, keys, supports);
  }

  /** What the answer must say, for a reader. */
  String described() {
    return keys.stream()
        .map(group -> String.join(" or ", group))
        .collect(Collectors.joining("; and "));
  }

  boolean isAnswerable() {
    return !keys.isEmpty() || !supports.isEmpty();
  }

  boolean isHeldBy(String answer) {
    String lower = answer.toLowerCase(Locale.ROOT);
    return keys.stream().allMatch(group -> group.stream().anyMatch(lower::contains));
  }

  boolean isSupportedBy(String paragraph) {
    return supports.isEmpty() || supports.stream().anyMatch(paragraph::contains);
  }
}
