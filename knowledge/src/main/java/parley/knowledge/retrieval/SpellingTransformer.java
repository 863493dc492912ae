package parley.knowledge.retrieval;

import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.WordEncoder;

/**
 * Mends misspelt words of a question: those that no passage holds and the model has not met, where
 * a passage holds one that is near. Thread-safe.
 */
public final class SpellingTransformer implements QueryTransformer {

  /** Shorter words are too near to too many others. */
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

  /** From this length on two slips are forgiven instead of one. */
  private static final int LONG = 8;

  private final PassageIndex index;
  private final WordEncoder words;

  public SpellingTransformer(PassageIndex index, WordEncoder words) {
    this.index = index;
    this.words = words;
  }

  @Override
  public Collection<Query> transform(Query query) {
    String mended = WORD.matcher(query.text()).replaceAll(this::mended);
    return List.of(
        query.metadata() == null ? Query.from(mended) : Query.from(mended, query.metadata()));
  }

  private String mended(MatchResult word) {
    String small = word.group().toLowerCase(Locale.ENGLISH);
    Optional<String> nearest = index.nearestWord(small, small.length() < LONG ? 1 : 2);
    boolean keep = nearest.isEmpty() || nearest.get().equals(small) || words.isCommon(small);
    return Matcher.quoteReplacement(keep ? word.group() : likeIn(word.group(), nearest.get()));
  }

  /** With a capital where the misspelt word has one, since names are told by it. */
  private static String likeIn(String misspelt, String meant) {
    return Character.isUpperCase(misspelt.charAt(0))
        ? meant.substring(0, 1).toUpperCase(Locale.ENGLISH) + meant.substring(1)
        : meant;
  }
}
