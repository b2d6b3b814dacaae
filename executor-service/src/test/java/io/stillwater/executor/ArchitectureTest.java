package io.stillwater.executor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.stillwater.testing.ServiceRules;

@AnalyzeClasses(packages = "io.stillwater.executor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final ServiceRules RULES = new ServiceRules("executor");

  @ArchTest
  static final ArchRule theDomainIsPlainJava =
      RULES.theDomainIsPlainJava(
          "io.stillwater.events.plan..",
          "io.stillwater.events.check..",
          "io.stillwater.events.deployment..");

  @ArchTest static final ArchRule noServiceKnowsAnother = RULES.noServiceKnowsAnother();
  @ArchTest static final ArchRule restStaysAtTheEdge = RULES.restStaysAtTheEdge();
  @ArchTest static final ArchRule kafkaStaysInMessaging = RULES.kafkaStaysInMessaging();

  @ArchTest
  static final ArchRule collaboratorsComeByConstructor = RULES.collaboratorsComeByConstructor();

  @ArchTest
  static final ArchRule plansAreMadeAndTablesCheckedElsewhere =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.stillwater.planning..", "io.stillwater.checks..");

  @ArchTest
  static final ArchRule stepsKnowNoDatabaseAndNoMessages =
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
}
