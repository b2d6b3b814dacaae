package io.stillwater.executor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.stillwater.executor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAPackage("..executor.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.time..",
              "java.util..",
              "io.stillwater.executor.domain..",
              "io.stillwater.events.plan..",
              "io.stillwater.events.check..",
              "io.stillwater.events.deployment..");

  @ArchTest
  static final ArchRule STEPS_KNOW_NO_DATABASE_AND_NO_MESSAGES =
      noClasses()
          .that()
          .resideInAPackage("..executor.steps..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..executor.persistence..",
              "..executor.machine..",
              "..executor.messaging..",
              "jakarta.persistence..",
              "org.apache.kafka..");

  @ArchTest
  static final ArchRule NO_OTHER_SERVICE_IS_USED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.stillwater.planner..",
              "io.stillwater.planning..",
              "io.stillwater.validator..",
              "io.stillwater.checks..",
              "io.stillwater.monitor..");
}
