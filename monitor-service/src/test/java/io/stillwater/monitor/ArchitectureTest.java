package io.stillwater.monitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.stillwater.monitor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theDomainIsPlainJava =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "io.smallrye..",
              "io.micrometer..",
              "com.fasterxml..",
              "org.apache.kafka..",
              "jakarta..",
              "java.io..",
              "java.nio..",
              "java.net.http..",
              "java.sql..");

  @ArchTest
  static final ArchRule theDomainKnowsNothingOfItsSurroundings =
      classes()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("..monitor.domain..", "io.stillwater.events..", "java..");

  @ArchTest
  static final ArchRule noServiceUsesAnother =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.stillwater.planner..", "io.stillwater.executor..", "io.stillwater.validator..");
}
