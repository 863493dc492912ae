package parley.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "parley.bot", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule platformsShareTheChatAndDoNotKnowOfOneAnother =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("ledger")
          .definedBy("parley.bot.ledger..")
          .layer("chat")
          .definedBy("parley.bot.chat..")
          .layer("report")
          .definedBy("parley.bot.report..")
          .layer("slack")
          .definedBy("parley.bot.slack..")
          .layer("telegram")
          .definedBy("parley.bot.telegram..")
          .layer("web")
          .definedBy("parley.bot.web..")
          .whereLayer("ledger")
          .mayOnlyBeAccessedByLayers("chat", "report")
          .whereLayer("chat")
          .mayOnlyBeAccessedByLayers("report", "slack", "telegram", "web")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("slack")
          .whereLayer("slack")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("telegram")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("web")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule theBotHasNeverHeardOfAnIndex =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "parley.knowledge.document..",
              "parley.knowledge.feed..",
              "parley.knowledge.index..",
              "parley.knowledge.retrieval..",
              "parley.knowledge.answer..",
              "parley.knowledge.grounding..",
              "parley.knowledge.generation..");

  @ArchTest
  static final ArchRule everyClassIsNamedForWhatItDoes =
      noClasses().should().haveNameMatching(".*(Manager|Impl|Utils?|Helper)");

  @ArchTest static final ArchRule nothingIsInjected = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest static final ArchRule logsGoToSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
}
