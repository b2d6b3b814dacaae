package io.stillwater.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.stillwater.messaging",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String API = "io.stillwater.messaging";

  @ArchTest
  static final ArchRule theApiKnowsNoneOfItsImplementation =
      noClasses()
          .that()
          .resideInAPackage(API)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(API + ".*..", "io.quarkus..", "java.sql..", "jakarta..");

  @ArchTest
  static final ArchRule capabilitiesFormNoCycle =
      slices().matching(API + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyInboxAndOutboxTouchTheDatabase =
      noClasses()
          .that()
          .resideOutsideOfPackages(API + ".inbox..", API + ".outbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  @ArchTest
  static final ArchRule theLibraryKnowsNoService =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages(
              "io.stillwater.planner..",
              "io.stillwater.executor..",
              "io.stillwater.validator..",
              "io.stillwater.monitor..");

  @ArchTest static final ArchRule constructorsInject = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
}
