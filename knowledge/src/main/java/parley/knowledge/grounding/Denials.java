package parley.knowledge.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text denies, by the indexes of its words.
 *
 * @param denied for each "not", "never" and the like, the words right behind it in its clause
 * @param refused the same for each "refuse", "fail to", "deny"
 * @param doubted the words near one of these, or near one of the many softer ways to doubt, in the
 *     same part of a sentence
 */
record Denials(List<List<Integer>> denied, List<List<Integer>> refused, Set<Integer> doubted) {

  private static final String NOT =
      "\\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without|\\w+n[’']t)\\b"
          + "(?!,? (?:more|less|fewer|later|earlier|longer than|only|just|least|sooner|merely"
          + "|simply|even)\\b)";

  private static final String REFUSE =
      "\\b(?:refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ying)|fail(?:s|ed|ing)? to|failure to"
          + "|lack(?:s|ed|ing)?|unable to|unwilling to|declin(?:e|es|ed|ing) to"
          + "|rul(?:e|es|ed|ing) out|stay(?:s|ed|ing)? out|pull(?:s|ed|ing)? out"
          + "|r[au]n(?:s|ning)? out of|avoid(?:s|ed|ing)?|stop(?:s|ped)? short of|reluctant to"
          + "|forb\\w+ to|prevent\\w* from|bann?\\w* from)\\b";

  private static final String DOUBT =
      "\\b(?:stop\\w*|reject\\w*|exclud\\w*|prevent\\w*|abandon\\w*|withh\\w+|withdr\\w+|cancel\\w*"
          + "|dismiss\\w*|oppos\\w*|forb\\w+|prohibit\\w*|ban(?:s|ned|ning)?|drop\\w*|fail\\w*"
          + "|declin\\w*|thr[eo]w\\w* out|held back|unable|unwilling|left out|block\\w*|secure"
          + "|provided|biggest|largest|veto\\w*|unlikely|uncertain\\w*|unsure|unclear|doubt\\w*"
          + "|instead|rather|until|unless|except\\w*|deter\\w*|reluctan\\w*|hesita\\w*|impossible"
          + "|few|fewer|little|barely|hardly|away|beyond|wary|missing|absent|pending|yet|open"
          + "|un\\w+ed|off|too|free|less|only|against|disput\\w*|outside|elsewhere|before|end\\w*"
          + "|halt\\w*|miss\\w*|out|objects?|objected|question\\w*|null|void|disagree\\w*)\\b";

  private static final Pattern STRICT = Pattern.compile(NOT, Pattern.CASE_INSENSITIVE);
  private static final Pattern REFUSALS = Pattern.compile(REFUSE, Pattern.CASE_INSENSITIVE);
  private static final Pattern ANY =
      Pattern.compile("\\bnot?\\b|" + NOT + "|" + REFUSE + "|" + DOUBT, Pattern.CASE_INSENSITIVE);

  private static final String TURN =
      "[.;:!?—–]|,? \\b(?:but|however|although|though|while|whereas)\\b";

  private static final Pattern CLAUSE_END = Pattern.compile(TURN + "|, ");
  private static final Pattern TURNS = Pattern.compile(TURN);

  /** How many words behind a "not" it may deny. */
  private static final int BEHIND = 4;

  /** How many characters from a doubt the doubted may be. */
  private static final int NEAR = 60;

  Denials {
    denied = List.copyOf(denied);
    refused = List.copyOf(refused);
    doubted = Set.copyOf(doubted);
  }

  static Denials of(Reading reading) {
    return new Denials(behind(STRICT, reading), behind(REFUSALS, reading), doubted(reading));
  }

  private static List<List<Integer>> behind(Pattern cues, Reading reading) {
    return cues.matcher(reading.text())
        .results()
        .map(cue -> behind(cue, reading))
        .filter(words -> !words.isEmpty())
        .toList();
  }

  private static List<Integer> behind(MatchResult cue, Reading reading) {
    String text = reading.text();
    Matcher clause = CLAUSE_END.matcher(text).region(cue.end(), text.length());
    int end = clause.find() ? clause.start() : text.length();
    return reading.between(cue.end(), end).limit(BEHIND).boxed().toList();
  }

  private static Set<Integer> doubted(Reading reading) {
    Set<Integer> doubted = new TreeSet<>();
    int from = 0;
    for (int to : turns(reading.text())) {
      addDoubted(reading, from, to, doubted);
      from = to;
    }
    return doubted;
  }

  private static List<Integer> turns(String text) {
    List<Integer> turns = new ArrayList<>();
    TURNS.matcher(text).results().forEach(turn -> turns.add(turn.end()));
    turns.add(text.length());
    return turns;
  }

  private static void addDoubted(Reading reading, int from, int to, Set<Integer> doubted) {
    Matcher cue = ANY.matcher(reading.text()).region(from, to);
    while (cue.find()) {
      int first = Math.max(from, cue.start() - NEAR);
      int last = Math.min(to, cue.end() + NEAR);
      reading.between(first, last).forEach(doubted::add);
    }
  }
}
