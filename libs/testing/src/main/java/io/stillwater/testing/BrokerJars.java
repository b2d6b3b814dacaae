package io.stillwater.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the broker's jars, which the module {@code libs/broker} lays out. */
final class BrokerJars {
  static final String PROPERTY = "stillwater.broker.lib";
  private static final Path IN_THE_REPOSITORY = Path.of("libs", "broker", "target", "lib");

  private BrokerJars() {}

  static Path find() {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      return required(Path.of(named), "System property " + PROPERTY);
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve(IN_THE_REPOSITORY);
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException(
        "No "
            + IN_THE_REPOSITORY
            + " above "
            + Path.of("").toAbsolutePath()
            + ": run `mvn -pl libs/broker package` once, or name the folder with -D"
            + PROPERTY);
  }

  private static Path required(Path folder, String origin) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(origin + " names " + folder + ", which is not a folder");
    }
    return folder;
  }
}
