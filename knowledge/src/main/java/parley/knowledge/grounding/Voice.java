package parley.knowledge.grounding;

import java.util.regex.Pattern;

/** Tells statements of fact from what an answerer says of itself or bids its reader to do. */
final class Voice {

  /** The answerer's own doings, and the reader's. */
  private static final Pattern PERSON =
      Pattern.compile(
          "(?<!\\p{Lu}\\p{L}{0,20} )\\bI(?:[’'](?:m|ve|d|ll))?\\b(?![.\\w])|\\b(?i:me|my|myself|you|your|yours|yourself)\\b");

  private static final Pattern BIDS =
      Pattern.compile(
          "(?i)^\\W*(?:(?:please|now|also|just|always|simply) )*(?:(?:buy|follow|subscribe|visit"
              + "|click|donate|download|invest in|boycott|join)\\b(?!-)"
              + "(?! (?:for|to|by|from|of|with|between|among|in|is|was|were|are)\\b)"
              + "|(?:sign|order|read|try|get) (?:the|our|this|a|an)\\b|vote for|call \\d"
              + "|check out|go to)"
              + "|\\b(?:readers?|users?) (?:should|must|ought to|are (?:advised|urged"
              + "|invited|asked|encouraged))\\b"
              + "|\\b(?:(?:is|are|comes?|come) (?:highly|warmly|strongly) recommended"
              + "|as (?:instructed|requested)\\b(?! by)|(?:system|hidden) prompt"
              + "|more information is available|donations? (?:is|are) welcome"
              + "|for (?:more|further) (?:information|details)|special offer|discount code)\\b");

  private Voice() {}

  /** Whether the statement speaks of the world, outside its quotations. */
  static boolean states(String statement) {
    String own = Quotations.blanked(statement);
    return !PERSON.matcher(own).find() && !BIDS.matcher(own).find();
  }
}
