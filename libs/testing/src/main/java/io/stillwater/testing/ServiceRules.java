package io.stillwater.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How every service is built, for the test that analyses its classes.
 *
 * @param name as its package under {@code io.stillwater} is called
 */
public record ServiceRules(String name) {
  private static final String ROOT = "io.stillwater.";

  /** All that talk through Kafka alone, and what runs them. */
  private static final Set<String> APART =
      Set.of("planner", "executor", "validator", "monitor", "local", "cli");

  /**
   * The domain knows neither a framework nor its surroundings.
   *
   * @param alsoAllowed packages it may know beside the language's own
   */
  public ArchRule theDomainIsPlainJava(String... alsoAllowed) {
    Stream<String> plain = Stream.of("java.lang..", "java.time..", "java.util..", room("domain"));
    return classes()
        .that()
        .resideInAPackage(room("domain"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Stream.concat(plain, Stream.of(alsoAllowed)).toArray(String[]::new));
  }

  public ArchRule noServiceKnowsAnother() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            APART.stream()
                .filter(other -> !other.equals(name))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new));
  }

  public ArchRule restStaysAtTheEdge() {
    return onlyIn("api", "jakarta.ws.rs..", room("api"), ROOT + "service.rest..");
  }

  public ArchRule kafkaStaysInMessaging() {
    return onlyIn("messaging", "org.apache.kafka..", "io.smallrye.reactive..");
  }

  public ArchRule persistenceStaysInItsPackage() {
    return onlyIn("persistence", "jakarta.persistence..", "org.hibernate..");
  }

  public ArchRule collaboratorsComeByConstructor() {
    return fields().should().notBeAnnotatedWith("jakarta.inject.Inject");
  }

  private ArchRule onlyIn(String room, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  private String room(String room) {
    return ROOT + name + "." + room + "..";
  }
}
