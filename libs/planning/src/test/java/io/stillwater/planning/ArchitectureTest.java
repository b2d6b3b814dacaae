package io.stillwater.planning;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.stillwater.planning",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule planningIsFreeOfFrameworksAndOfTheLake =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "jakarta..",
              "org.apache.kafka..",
              "org.apache.iceberg..",
              "org.duckdb..",
              "java.net.http..",
              "java.nio.file..",
              "java.sql..");

  @ArchTest
  static final ArchRule onlyTheEdgesKnowJackson =
      noClasses()
          .that()
          .resideInAnyPackage("..planning.rules..", "..planning.schema..", "..findings..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule onlyDocumentsKnowYaml =
      noClasses()
          .that()
          .resideOutsideOfPackage("..planning.document..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.snakeyaml..");

  @ArchTest
  static final ArchRule capabilitiesDoNotDependOnEachOtherInCircles =
      slices().matching("io.stillwater.planning.(*)..").should().beFreeOfCycles();
}
