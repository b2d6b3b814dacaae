package io.stillwater.monitor;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.stillwater.testing.ServiceRules;

@AnalyzeClasses(packages = "io.stillwater.monitor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final ServiceRules RULES = new ServiceRules("monitor");

  @ArchTest
  static final ArchRule theDomainIsPlainJava = RULES.theDomainIsPlainJava("io.stillwater.events..");

  @ArchTest static final ArchRule noServiceKnowsAnother = RULES.noServiceKnowsAnother();

  @ArchTest
  static final ArchRule persistenceStaysInItsPackage = RULES.persistenceStaysInItsPackage();

  @ArchTest
  static final ArchRule collaboratorsComeByConstructor = RULES.collaboratorsComeByConstructor();
}
