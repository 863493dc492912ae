package parley.knowledge.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parley.knowledge.Passage;
import parley.knowledge.Source;

/**
 * Takes the copies of a passage that other documents hold for one: the one published first, which
 * names the others.
 */
final class Copies {

  private static final Comparator<Found> FIRST_PUBLISHED =
      Comparator.comparing(
              (Found found) -> found.source().date(),
              Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(found -> found.source().id());

  private Copies() {}

  /** A candidate, and what tells whether it is a copy. */
  record Found(Candidate candidate, Shingles shingles) {

    Source source() {
      return candidate.passage().source();
    }

    boolean isCopyOf(Found other) {
      return !source().id().equals(other.source().id()) && shingles.isCopyOf(other.shingles);
    }
  }

  /** Each passage once. */
  static List<Candidate> merged(List<Found> all) {
    List<Found> left = new ArrayList<>(all);
    left.sort(FIRST_PUBLISHED);
    List<Candidate> merged = new ArrayList<>();
    while (!left.isEmpty()) {
      Found first = left.remove(0);
      List<Found> copies = left.stream().filter(first::isCopyOf).toList();
      left.removeAll(copies);
      merged.add(copies.isEmpty() ? first.candidate() : naming(first.candidate(), copies));
    }
    return merged;
  }

  /** The scores are the best of them: what the title of one says is true of the others. */
  private static Candidate naming(Candidate first, List<Found> copies) {
    Passage passage =
        first.passage().alsoIn(copies.stream().map(Found::source).distinct().toList());
    double lexical = first.lexical();
    double similarity = first.similarity();
    for (Found copy : copies) {
      lexical = Math.max(lexical, copy.candidate().lexical());
      similarity = Math.max(similarity, copy.candidate().similarity());
    }
    return new Candidate(passage, lexical, similarity);
  }
}
