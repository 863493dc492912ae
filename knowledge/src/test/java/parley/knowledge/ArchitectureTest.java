package parley.knowledge;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "parley.knowledge", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final DescribedPredicate<JavaClass> PLAIN_TYPE =
      DescribedPredicate.describe(
          "records, enums or interfaces",
          type -> type.isRecord() || type.isEnum() || type.isInterface());

  @ArchTest
  static final ArchRule aStageUsesOnlyTheStagesBeforeIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("document")
          .definedBy("parley.knowledge.document..")
          .layer("index")
          .definedBy("parley.knowledge.index..")
          .layer("language")
          .definedBy("parley.knowledge.language..")
          .layer("time")
          .definedBy("parley.knowledge.time..")
          .layer("retrieval")
          .definedBy("parley.knowledge.retrieval..")
          .layer("answer")
          .definedBy("parley.knowledge.answer..")
          .layer("grounding")
          .definedBy("parley.knowledge.grounding..")
          .layer("generation")
          .definedBy("parley.knowledge.generation..")
          .layer("feed")
          .definedBy("parley.knowledge.feed..")
          .whereLayer("feed")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("document")
          .mayOnlyBeAccessedByLayers(
              "index", "language", "retrieval", "answer", "grounding", "generation")
          .whereLayer("index")
          .mayOnlyBeAccessedByLayers("language", "retrieval", "answer", "grounding", "generation")
          .whereLayer("language")
          .mayOnlyBeAccessedByLayers("time", "answer", "generation")
          .whereLayer("time")
          .mayOnlyBeAccessedByLayers("answer", "generation")
          .whereLayer("retrieval")
          .mayOnlyBeAccessedByLayers("answer", "grounding", "generation")
          .whereLayer("answer")
          .mayOnlyBeAccessedByLayers("generation")
          .whereLayer("grounding")
          .mayOnlyBeAccessedByLayers("answer", "generation")
          .whereLayer("generation")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule stagesGoRoundInNoCircle =
      slices().matching("parley.knowledge.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule aStageKnowsTheRecordsOfTheFaceAndNothingElseOfIt =
      noClasses()
          .that()
          .resideInAPackage("parley.knowledge.*..")
          .should()
          .dependOnClassesThat(resideInAPackage("parley.knowledge").and(not(PLAIN_TYPE)));

  @ArchTest
  static final ArchRule everyClassIsNamedForWhatItDoes =
      noClasses().should().haveNameMatching(".*(Manager|Impl|Utils?|Helper)");

  @ArchTest static final ArchRule nothingIsInjected = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest static final ArchRule logsGoToSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
