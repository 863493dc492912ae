package parley.knowledge.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.knowledge.Turn;
import parley.knowledge.document.Names;
import parley.knowledge.index.Terms;

/**
 * Rewrites a question that leans on the conversation before it into one that stands alone, from the
 * names and words of the last turn.
 */
final class FollowUp {

  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:(?:and|but|so|ok|okay|then|also|now)\\b[, ]*)+", Pattern.CASE_INSENSITIVE);

  private static final Pattern WHAT_ABOUT =
      Pattern.compile(
          "^(?:(?:what|how) about|what of)\\s+(.+?)\\W*$|^and\\s+((?:the |in |for |with )?\\S+(?: \\S+)?)\\W*$",
          Pattern.CASE_INSENSITIVE);

  private static final String ASKING =
      "(?:who|whom|whose|what|which|when|where|why|how(?: (?:many|much|long|often|far))?)";

  /** "And where?", "Why is that?", "How so?". */
  private static final Pattern BARE =
      Pattern.compile(
          "^(" + ASKING + ")(?: (?:so|then|not|exactly|is that|was that|that|else))*\\W*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASKING_START =
      Pattern.compile(
          "^(?:(?:in|at|on|by|with|for|to|from) )?" + ASKING + "\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern WHO =
      Pattern.compile("\\bwho(?:m|se)?\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern PERSONAL =
      Pattern.compile("\\b(?:he|she|him|her|his|hers)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern POINTING =
      Pattern.compile(
          "\\b(?:it|they|them|its|their|theirs|there|that|this|these|those|such)\\b",
          Pattern.CASE_INSENSITIVE);

  /** "That" before a clause, as in "did he say that allies", points at nothing. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          "\\b(?:say|says|said|think|thinks|announce|announced|mean|means|so|claim|claimed|agree"
              + "|agreed|ensure|fear|believe|report|reported) that\\b(?!\\W*$)",
          Pattern.CASE_INSENSITIVE);

  /** "There" that only says that something is, as in "is there any news", points at nothing. */
  private static final Pattern EXISTING =
      Pattern.compile(
          "\\b(?:is|are|was|were|will|would|has|have) there\\b(?!\\W*$)"
              + "|\\bthere(?: will| would| has| have| to)? (?:is|are|was|were|be|been)\\b",
          Pattern.CASE_INSENSITIVE);

  /** A question that can be answered with yes or no has its subject and its verb. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> GENERAL =
      Set.of(
          "say",
          "said",
          "tell",
          "told",
          "happen",
          "happened",
          "mean",
          "know",
          "give",
          "many",
          "much",
          "else",
          "really",
          "exactly",
          "please",
          "list",
          "name",
          "explain",
          "describe");

  private static final int MOST_TOPIC_WORDS = 6;
  private static final int FEW_WORDS = 2;

  private FollowUp() {}

  /** The question as it would be asked with no conversation before it. */
  static String standalone(String question, List<Turn> history) {
    if (history.isEmpty()) {
      return question;
    }
    int last = history.size() - 1;
    Turn turn = history.get(last);
    String before = standalone(turn.question(), history.subList(0, last));
    return rewrite(question.strip(), before, turn.answer());
  }

  private static String rewrite(String question, String before, String answer) {
    String asked = OPENING.matcher(question).replaceFirst("");
    Matcher about = WHAT_ABOUT.matcher(question);
    if (about.matches() && !BARE.matcher(asked).matches()) {
      String topic = about.group(1) == null ? about.group(2) : about.group(1);
      return swapped(before, topic.replaceFirst("\\W*$", ""));
    }
    Matcher bare = BARE.matcher(asked);
    if (bare.matches()) {
      return ASKING_START.matcher(before).replaceFirst("").isBlank()
          ? asked
          : bare.group(1) + " " + ASKING_START.matcher(before).replaceFirst("").strip();
    }
    return withTopic(asked, before, answer);
  }

  /** The question before, asked of another name. */
  private static String swapped(String before, String topic) {
    List<String> names = Names.in(before);
    return names.isEmpty() || Names.in(topic).isEmpty()
        ? before.replaceFirst("\\W*$", "") + " " + topic + "?"
        : before.replace(names.get(names.size() - 1), topic);
  }

  private static String withTopic(String asked, String before, String answer) {
    Matcher personal = PERSONAL.matcher(asked);
    Optional<String> person = personal.find() ? person(before, answer) : Optional.empty();
    if (person.isPresent()) {
      return personal.replaceFirst(Matcher.quoteReplacement(person.get()));
    }
    String topic = topic(before, asked);
    if (topic.isEmpty()) {
      return asked;
    }
    Matcher pointing = POINTING.matcher(withoutIdleWords(asked));
    if (pointing.find()) {
      return asked.substring(0, pointing.start()) + topic + asked.substring(pointing.end());
    }
    return isThin(asked) || personal.reset().find()
        ? asked.replaceFirst("\\W*$", "") + " " + topic + "?"
        : asked;
  }

  /** Each word where it was. */
  private static String withoutIdleWords(String asked) {
    String unclaused = CLAUSE.matcher(asked).replaceAll(FollowUp::blank);
    return EXISTING.matcher(unclaused).replaceAll(FollowUp::blank);
  }

  private static String blank(MatchResult words) {
    return "_".repeat(words.group().length());
  }

  private static boolean isThin(String asked) {
    return contentWords(asked).size() <= FEW_WORDS
        && Names.in(asked).isEmpty()
        && !WHOLE.matcher(asked).find();
  }

  /**
   * Whom "he" or "she" means: the answer's name if a person was asked for, or else the question's.
   */
  private static Optional<String> person(String before, String answer) {
    List<String> asked = new ArrayList<>(Names.in(before));
    List<String> told = new ArrayList<>(Names.in(answer));
    told.removeAll(asked);
    told.sort((one, other) -> Boolean.compare(other.contains(" "), one.contains(" ")));
    List<String> candidates = new ArrayList<>(WHO.matcher(before).find() ? told : asked);
    candidates.addAll(WHO.matcher(before).find() ? asked : told);
    return candidates.stream().findFirst();
  }

  /** The words of the question before that say what it was about. */
  private static String topic(String before, String asked) {
    Set<String> known = Terms.stems(asked);
    return Terms.of(before).stream()
        .filter(term -> !known.contains(term.stem()))
        .map(Terms.Term::word)
        .filter(word -> !GENERAL.contains(word.toLowerCase(Locale.ENGLISH)))
        .limit(MOST_TOPIC_WORDS)
        .collect(Collectors.joining(" "));
  }

  private static List<String> contentWords(String text) {
    return Terms.of(text).stream()
        .map(term -> term.word().toLowerCase(Locale.ENGLISH))
        .filter(word -> !GENERAL.contains(word))
        .toList();
  }
}
