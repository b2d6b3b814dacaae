package io.stillwater.planner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.stillwater.planner", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theDomainIsPlainJava =
      classes()
          .that()
          .resideInAPackage("io.stillwater.planner.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.net..",
              "java.time..",
              "java.util..",
              "io.stillwater.events..",
              "io.stillwater.planning..",
              "io.stillwater.planner.domain..");

  @ArchTest
  static final ArchRule noServiceKnowsAnother =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.stillwater.executor..",
              "io.stillwater.validator..",
              "io.stillwater.monitor..",
              "io.stillwater.local..",
              "io.stillwater.cli..");

  @ArchTest
  static final ArchRule restStaysAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.stillwater.planner.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "io.stillwater.planner.api..");

  @ArchTest
  static final ArchRule kafkaStaysInMessaging =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.stillwater.planner.messaging..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive..");

  @ArchTest
  static final ArchRule persistenceStaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.stillwater.planner.persistence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

  @ArchTest
  static final ArchRule collaboratorsComeByConstructor =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("io.stillwater.planner.persistence..")
          .should()
          .notBeAnnotatedWith("jakarta.inject.Inject");
}
