package io.stillwater.validator;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.stillwater.testing.ServiceRules;

@AnalyzeClasses(packages = "io.stillwater.validator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final ServiceRules RULES = new ServiceRules("validator");

  @ArchTest static final ArchRule theDomainIsPlainJava = RULES.theDomainIsPlainJava();

  @ArchTest static final ArchRule noServiceKnowsAnother = RULES.noServiceKnowsAnother();
  @ArchTest static final ArchRule restStaysAtTheEdge = RULES.restStaysAtTheEdge();
  @ArchTest static final ArchRule kafkaStaysInMessaging = RULES.kafkaStaysInMessaging();

  @ArchTest
  static final ArchRule persistenceStaysInItsPackage = RULES.persistenceStaysInItsPackage();

  @ArchTest
  static final ArchRule collaboratorsComeByConstructor = RULES.collaboratorsComeByConstructor();
}
