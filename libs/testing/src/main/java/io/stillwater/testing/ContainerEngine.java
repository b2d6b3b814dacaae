package io.stillwater.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
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
      case "auto", "" -> hasAddress() && DockerClientFactory.instance().isDockerAvailable();
      default ->
          throw new IllegalArgumentException(
              VARIABLE + " is '" + choice + "'; use docker, local or auto");
    };
  }

  /** Where there is none, Testcontainers would log an error for every way it tries. */
  private static boolean hasAddress() {
    Path home = Path.of(System.getProperty("user.home"));
    return System.getenv("DOCKER_HOST") != null
        || File.separatorChar == '\\'
        || Stream.of(
                Path.of("/var/run/docker.sock"),
                home.resolve(".docker/run/docker.sock"),
                home.resolve(".docker/desktop/docker.sock"),
                home.resolve(".testcontainers.properties"),
                Path.of(System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run"), "docker.sock"))
            .anyMatch(Files::exists);
  }
}
