package io.stillwater.local;

import io.stillwater.local.state.StackDirectory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built system lies: the repository's root folder. */
public record Installation(Path home) {
  /** Names the root folder; the launcher script sets it. */
  public static final String PROPERTY = "stillwater.home";

  public Installation {
    home = home.toAbsolutePath().normalize();
  }

  /**
   * As the system property says, else the nearest folder upwards of the working directory.
   *
   * @throws StackException when there is none
   */
  public static Installation find() {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      return new Installation(Path.of(named));
    }
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("planner-service"))) {
        return new Installation(folder);
      }
    }
    throw new StackException(
        "No Stillwater above " + start + ": run ./stillwater, or set -D" + PROPERTY);
  }

  public StackDirectory defaultStack() {
    return new StackDirectory(home.resolve(".stillwater"));
  }

  /**
   * @throws StackException when the service was not built
   */
  public Path serviceJar(String service) {
    return built(home.resolve(service + "-service/target/quarkus-app/quarkus-run.jar"));
  }

  public Path brokerJars() {
    return built(home.resolve("libs/broker/target/lib"));
  }

  private static Path built(Path file) {
    if (Files.notExists(file)) {
      throw new StackException(
          file + " is missing: build it with `mvn -DskipTests package` in the repository");
    }
    return file;
  }
}
