package io.stillwater.validator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.stillwater.validator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theDomainIsPlainJava =
      classes()
          .that()
          .resideInAPackage("io.stillwater.validator.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..", "java.time..", "java.util..", "io.stillwater.validator.domain..");

  @ArchTest
  static final ArchRule noServiceKnowsAnother =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.stillwater.planner..",
              "io.stillwater.executor..",
              "io.stillwater.monitor..",
              "io.stillwater.local..",
              "io.stillwater.cli..");

  @ArchTest
  static final ArchRule restStaysAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.stillwater.validator.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "io.stillwater.validator.api..");

  @ArchTest
  static final ArchRule kafkaStaysInMessaging =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.stillwater.validator.messaging..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive..");

  @ArchTest
  static final ArchRule persistenceStaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.stillwater.validator.persistence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

  @ArchTest
  static final ArchRule collaboratorsComeByConstructor =
      fields().should().notBeAnnotatedWith("jakarta.inject.Inject");
}
