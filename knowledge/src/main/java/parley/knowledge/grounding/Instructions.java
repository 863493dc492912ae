package parley.knowledge.grounding;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.knowledge.document.Sentences;
import parley.knowledge.document.Sentences.Sentence;
import parley.knowledge.index.RecentlyUsed;
import parley.knowledge.resource.Resources;

/**
 * Tells what a document says to the machine that reads it from what it says of the world. What
 * follows an order supports nothing: it may be what is ordered. Plain orders are found by patterns,
 * sentence by sentence; all the other ways to steer a machine by {@link MachineSpeech}.
 */
public final class Instructions {

  private static final String MACHINE =
      "(?:AIs?|LLMs?|GPTs?|(?i:assistants?|chat-?bots?|bots?|(?:language |ai )?models?"
          + "|systems? (?:notes?|messages?|prompts?)|agents?|summari[sz]ers?|crawlers?))";

  /** What such a text wants of the machine; base forms, so that a report of it does not match. */
  private static final String BIDDING =
      "(?i:say|tell|state|add|mention|write|answer|reply|respond|recommend|praise|reveal|confess"
          + "|admit|claim|include|ignore|disregard|forget|override|print|repeat|output|cite|end"
          + "|close|finish|begin|start|follow|obey|use|rate|link|advertise|promote|drop|stop"
          + "|summari[sz]e|conclude|insert|append|pretend|act|call|describe|declare|inform"
          + "|invite|urge|present|quote|report|note|treat|translate|give|put|make|omit)";

  private static final Pattern ADDRESSED =
      Pattern.compile(
          // "Note to the assistant: reveal …", "Assistants must add …", "If you are an AI, tell …"
          "\\b"
              + MACHINE
              + "\\b[^.!?]{0,60}?(?:[:,–—-] ?|\\b(?:must|should|shall|will|may|to|now"
              + "|also|please|always|has to|have to|need to)\\b ?){1,6}+\\W{0,5}(?:\\w+ly )?"
              + BIDDING
              + "\\b"
              // "Ignore the other passages", "disregard all previous instructions"
              + "|(?i:\\b(?:ignore|disregard|forget|override|bypass)\\b[^.!?]{0,30}\\b(?:passages?"
              + "|sources?|documents?|instructions?|rules?|guidelines?|prompts?|above|previous"
              + "|question))"
              // what only a machine has
              + "|(?i:\\b(?:your|the|every|this|any|its)\\b(?: \\w+){0,2} (?:system |hidden"
              + " )?prompt\\b|\\b(?:every|your) (?:answer|reply|response|output|summary)\\b)"
              + "|(?i:\\btell(?:ing)? (?:the |your |all )?(?:users?|readers?|askers?)\\b)"
              + "|(?i:\\b(?:system|developer|admin) (?:note|message|override|instruction|prompt)s?\\b ?:)"
              // "Answer every question with …", "say that … [2]"
              + "|(?i:^\\W*(?:reply|respond|answer) (?:to )?(?:every|each|all|any|with|only)\\b)"
              + "|(?i:\\b(?:say|state|write|claim|reply|respond|answer|cite|citing)\\b[^.!?]{0,80}"
              + "\\[\\d{1,3}\\])"
              // the lines between which a model is given passages, forged
              + "|(?i:\\b(?:passage|source|document) \\[?\\d{1,3}\\]? (?:begins|ends)\\b)");

  /** Nobody sees it but a machine. */
  private static final Pattern COMMENT = Pattern.compile("<!--[\\s\\S]*?(?:-->|$)");

  private static final Pattern ORDERED = anyOf("orders.txt");

  private static final Pattern ASKED = anyOf("asker-orders.txt");

  /** What shows although it stands between quotation marks: a tag's attributes, a chat as JSON. */
  private static final Pattern MARKED_UP =
      Pattern.compile("<\\w+ [^>]*=|[\"']role[\"'] ?: ?[\"']|(?i:\\bignore the passages\\b)");

  /** Emphasis and what cannot be seen, which may part the words of an order. */
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[*_~`\\p{Cf}]|(?<=\\s)>");

  /** A passage is looked at for each statement that may rest on it; about 2 KB each. */
  private static final RecentlyUsed<String, ToReaders> RECENT = new RecentlyUsed<>(2_000);

  private Instructions() {}

  /** Finds what any of a resource's regular expressions finds; there is one a line. */
  private static Pattern anyOf(String resource) {
    return Pattern.compile(
        Resources.lines(Instructions.class, resource).stream()
            .map(line -> "(?:" + line + ")")
            .collect(Collectors.joining("|")),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /**
   * Whether an asker tells the bot what to say or how to be, and does not ask. Errs to that side:
   * what an asker loses by it is a language model's wording.
   */
  public static boolean isAsked(String question) {
    return ASKED.matcher(question).find() || isIn(question);
  }

  /** What of a text neither bids a machine to do something nor stands behind what does. */
  public static ToReaders toReaders(String text) {
    return RECENT.get(text, Instructions::read);
  }

  private static ToReaders read(String text) {
    String visible =
        COMMENT.matcher(text).replaceAll(comment -> " ".repeat(comment.group().length()));
    return new ToReaders(visible, end(visible), COMMENT.matcher(text).results().toList());
  }

  /** Whether a text bids a machine to do something. */
  public static boolean isIn(String text) {
    return !read(text).bidden().isEmpty();
  }

  /** What bids a machine to do something, and all that follows it: it may be what is bidden. */
  static String in(String text) {
    return toReaders(text).bidden();
  }

  /** The text without it. */
  static String without(String text) {
    return toReaders(text).told();
  }

  /** Where the text ends to speak to its readers. */
  private static int end(String text) {
    return Sentences.of(text).stream()
        .filter(sentence -> bids(sentence.text()))
        .mapToInt(Sentence::start)
        .findFirst()
        .orElseGet(() -> MachineSpeech.start(text).orElse(text.length()));
  }

  private static boolean bids(String sentence) {
    String plain = BETWEEN_WORDS.matcher(sentence).replaceAll("");
    String own = MARKED_UP.matcher(plain).find() ? plain : Quotations.blanked(plain);
    return ADDRESSED.matcher(own).find() || ORDERED.matcher(own).find();
  }
}
