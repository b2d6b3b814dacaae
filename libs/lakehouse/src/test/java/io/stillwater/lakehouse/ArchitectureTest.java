package io.stillwater.lakehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.stillwater.lakehouse", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theLibraryKnowsNoFrameworkAndNoHadoop =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "jakarta..",
              "com.fasterxml..",
              "org.apache.kafka..",
              "org.apache.hadoop..");

  @ArchTest
  static final ArchRule typesAndTableStatesAreFreeOfFormatsEnginesAndFiles =
      noClasses()
          .that()
          .resideInAnyPackage("..lakehouse.type..", "..lakehouse.table..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.iceberg..",
              "org.duckdb..",
              "java.sql..",
              "java.io..",
              "java.nio..",
              "..lakehouse.iceberg..",
              "..lakehouse.engine..");

  @ArchTest
  static final ArchRule theFormatKnowsNoEngine =
      noClasses()
          .that()
          .resideInAPackage("..lakehouse.iceberg..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..lakehouse.engine..", "org.duckdb..");
}
