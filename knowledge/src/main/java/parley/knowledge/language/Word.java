package parley.knowledge.language;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * A word or a number of a text.
 *
 * @param typed as the text has it
 * @param plain in small letters, with straight apostrophes
 * @param folded the same without accents, since many type none
 * @param joined whether a hyphen ties it to the word before
 */
record Word(String typed, String plain, String folded, boolean joined) {

  /** A letter can become four, such as in "⑳". */
  private static final int LONGEST_FOLD = 4;

  /** "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" has 63 letters. */
  private static final int LONGEST = 64;

  static Word of(String typed) {
    return of(typed, false);
  }

  static Word of(String typed, boolean joined) {
    String plain =
        Normalizer.normalize(typed, Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'')
            .replace('ʼ', '\'')
            .replace('ё', 'е');
    return new Word(typed, plain, folded(plain), joined);
  }

  /** Whether it is no word of any language, and not worth looking at. */
  boolean isOverlong() {
    return plain.length() > LONGEST;
  }

  boolean isNumber() {
    return Character.isDigit(typed.charAt(0));
  }

  /** The text without the accents of Latin letters. */
  static String folded(String text) {
    char[] folded = new char[text.length() * LONGEST_FOLD];
    int length = ASCIIFoldingFilter.foldToASCII(text.toCharArray(), 0, folded, 0, text.length());
    return new String(folded, 0, length);
  }
}
