package parley.knowledge.document;

import java.util.List;
import java.util.regex.Pattern;

/** Recognises lines that a web page leaves in a copied text and that say nothing of its subject. */
final class WebLeftovers {

  private static final int MAX_WORDS = 40;

  private static final String NAME = "\\p{Lu}[\\p{L}.'’-]*";
  private static final String AGENCY =
      "(?:AP|AFP|EPA|EFE|DPA|ANSA|TASS|Reuters|Getty(?: Images)?|Bloomberg|NurPhoto|Anadolu|Pool"
          + "|Shutterstock|Alamy|Ukrinform|(?:The )?Associated Press|[\\p{L} ]+ via [\\p{L} ]+)";

  private static final List<Pattern> WHOLE_LINES =
      List.of(
          // "toggle caption", "hide caption", and what a rewriting machine makes of them
          line("(?:[\\p{L}]+ )?caption"),
          Pattern.compile("(?:" + NAME + " ){0,3}" + NAME + " ?/ ?" + AGENCY + "(?: ?/.{0,30})?"),
          line("(?:photo|image|picture|credit|photograph)s?(?: credit)?\\s?(?:by\\b|:|/|©).{0,80}"),
          line("(?:©|\\(c\\)|copyright\\b).{0,120}"),
          line("(?:all rights reserved|advertisement|sponsored|story continues below).{0,40}"),
          line(
              "(?:share|print|email|save|tweet|copy link|subscribe|sign (?:in|up)|log in|menu)"
                  + "(?: (?:this|now|on|with|to|for) ?.{0,40})?"),
          line("(?:read|see|watch|listen)(?: (?:more|also|next|now))(?::.{0,120})?"),
          line("(?:related|more)(?: (?:stories|articles|coverage|news))?:?"),
          line("(?:skip to|back to) (?:main )?(?:content|top|navigation).{0,20}"),
          line("\\d+ (?:min(?:ute)?s? (?:read|listen)|comments?|shares?)"));

  private static final Pattern COOKIE_NOTICE =
      Pattern.compile(
          "\\b(?:we|this (?:web)?site|our partners)\\b.{0,80}\\bcookies?\\b"
              + "|\\b(?:accept|reject|manage)\\b.{0,30}\\bcookies?\\b",
          Pattern.CASE_INSENSITIVE);

  private WebLeftovers() {}

  /** Whether the whole of this one-line text is such a leftover. */
  static boolean isLeftover(String line) {
    if (line.chars().noneMatch(Character::isLetterOrDigit)) {
      return true;
    }
    if (line.split(" ", MAX_WORDS + 1).length > MAX_WORDS) {
      return false;
    }
    return WHOLE_LINES.stream().anyMatch(pattern -> pattern.matcher(line).matches())
        || COOKIE_NOTICE.matcher(line).find();
  }

  private static Pattern line(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
