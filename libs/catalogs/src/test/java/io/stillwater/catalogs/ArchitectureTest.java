package io.stillwater.catalogs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.stillwater.catalogs", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theLibraryKnowsNoFrameworkAndNoHadoop =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..", "jakarta..", "org.apache.kafka..", "org.apache.hadoop..");

  @ArchTest
  static final ArchRule formatsKnowNoCatalog =
      noClasses()
          .that()
          .resideInAnyPackage("..catalogs.delta..", "..catalogs.hudi..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..catalogs.hive..", "..catalogs.unity..", "io.trino..");

  @ArchTest
  static final ArchRule onlyTheStorageKnowsWhereFilesLie =
      noClasses()
          .that()
          .resideOutsideOfPackage("..catalogs.storage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "org.apache.iceberg.aws..", "java.nio.file..");
}
