package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture of the packages is what the code is. */
class ArchitecturePageTest {

  private static final Pattern ARROW = Pattern.compile("(\\w+) --> (\\w+)");

  /** One package uses another. */
  private record Use(String from, String to) implements Comparable<Use> {

    @Override
    public int compareTo(Use other) {
      return toString().compareTo(other.toString());
    }

    /** Every stage knows the records of the face, and no arrow says so. */
    boolean isOfRecords() {
      return to.equals("face") && !from.equals("chat") && !from.equals("evaluation");
    }
  }

  @Test
  void drawsEveryUseAndNoOther() {
    Set<Use> used = usedInCode();
    Set<Use> drawn =
        ARROW
            .matcher(DeployFiles.text("ARCHITECTURE.md"))
            .results()
            .map(arrow -> new Use(arrow.group(1), arrow.group(2)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(drawn).isSubsetOf(used);
    assertThat(used).filteredOn(use -> !use.isOfRecords()).isSubsetOf(withDetours(drawn));
  }

  private static Set<Use> usedInCode() {
    return new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("parley")
            .stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(use -> use.getTargetClass().getPackageName().startsWith("parley."))
            .map(use -> new Use(name(use.getOriginClass()), name(use.getTargetClass())))
            .filter(use -> !use.from().equals(use.to()))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** With what is used by way of others. */
  private static Set<Use> withDetours(Set<Use> uses) {
    Set<Use> all = new TreeSet<>(uses);
    Set<Use> found = Set.of();
    do {
      all.addAll(found);
      Set<Use> known = Set.copyOf(all);
      found =
          known.stream()
              .flatMap(
                  first ->
                      known.stream()
                          .filter(second -> second.from().equals(first.to()))
                          .map(second -> new Use(first.from(), second.to())))
              .filter(use -> !known.contains(use))
              .collect(Collectors.toSet());
    } while (!found.isEmpty());
    return all;
  }

  /** A package as the picture calls it. */
  private static String name(JavaClass type) {
    return switch (type.getPackageName()) {
      case "parley.bot" -> "program";
      case "parley.knowledge" -> "face";
      default -> type.getPackageName().replaceFirst(".*\\.", "");
    };
  }
}
