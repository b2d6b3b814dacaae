package io.stillwater.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The shared parts as processes of this machine, in a temporary folder that goes with the JVM. */
final class EmbeddedParts {
  private EmbeddedParts() {}

  static SharedParts start() {
    Path folder = temporaryFolder("stillwater-parts");
    BrokerProcess broker = BrokerProcess.start(folder.resolve("kafka"), Ports.free());
    PostgresServer postgres =
        PostgresServer.start(
            PostgresSettings.of(folder.resolve("postgres"), Ports.free()).outlivingThisJvm());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  broker.kill();
                  postgres.kill();
                  delete(folder);
                }));
    return new SharedParts(
        broker.bootstrapServers(),
        "localhost:" + postgres.settings().port(),
        PostgresServer.USER,
        PostgresServer.PASSWORD);
  }

  static Path temporaryFolder(String prefix) {
    try {
      return Files.createTempDirectory(prefix).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary folder", e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException | UncheckedIOException e) {
      // What a dying backend still writes stays in the machine's temporary folder.
    }
  }
}
