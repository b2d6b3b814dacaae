package io.stillwater.testing;

import java.util.Locale;
import org.testcontainers.DockerClientFactory;

/** Decides whether the real parts run in containers. */
final class ContainerEngine {
  static final String VARIABLE = "TEST_INFRA";

  private ContainerEngine() {}

  /**
   * As the environment variable TEST_INFRA says: {@code docker}, {@code local}, or {@code auto}
   * (the default: containers where an engine answers).
   */
  static boolean isWanted() {
    return isWanted(System.getenv(VARIABLE));
  }

  static boolean isWanted(String choice) {
    return switch (choice == null ? "auto" : choice.toLowerCase(Locale.ROOT)) {
      case "docker" -> true;
      case "local" -> false;
      case "auto", "" -> DockerClientFactory.instance().isDockerAvailable();
      default ->
          throw new IllegalArgumentException(
              VARIABLE + " is '" + choice + "'; use docker, local or auto");
    };
  }
}
