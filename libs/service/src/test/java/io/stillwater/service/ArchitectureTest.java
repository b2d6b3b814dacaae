package io.stillwater.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.stillwater.service", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyCatalogsKnowTheLakehouse =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.stillwater.service.catalogs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.stillwater.lakehouse..", "org.apache.iceberg..", "org.duckdb..");

  @ArchTest
  static final ArchRule theLibraryKnowsNoService =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.stillwater.planner..",
              "io.stillwater.executor..",
              "io.stillwater.validator..",
              "io.stillwater.monitor..");

  @ArchTest
  static final ArchRule capabilitiesFormNoCycle =
      slices().matching("io.stillwater.service.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule constructorsInject = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
}
