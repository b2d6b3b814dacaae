package io.stillwater.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The server's own note of its process id, which a killed server leaves behind. */
final class PostgresPidFile {
  private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(30);
  private static final Path PROC = Path.of("/proc");

  private final Path dataDir;

  PostgresPidFile(Path dataDir) {
    this.dataDir = dataDir;
  }

  OptionalLong pid() {
    try {
      List<String> lines = Files.readAllLines(file());
      return lines.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(lines.get(0).strip()));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Makes the folder of a killed server ready for the next start: its backends hold the shared
   * memory until they notice the death, and its pid may be another program's by now, for which
   * PostgreSQL would refuse to start.
   *
   * @throws IllegalStateException when a server runs on the folder
   */
  void clearAfterCrash() {
    OptionalLong noted = pid();
    if (noted.isPresent() && isPostgres(noted.getAsLong())) {
      throw new IllegalStateException(
          "PostgreSQL " + noted.getAsLong() + " runs on " + dataDir + " already; stop it first");
    }
    long deadline = System.nanoTime() + ORPHAN_LIMIT.toNanos();
    while (someProcessWorksHere() && System.nanoTime() < deadline) {
      pause();
    }
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove the stale " + file(), e);
    }
  }

  private Path file() {
    return dataDir.resolve("postmaster.pid");
  }

  private static boolean isPostgres(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .filter(command -> command.endsWith("/postgres"))
        .isPresent();
  }

  /** Every process of a PostgreSQL server has the data folder as its working directory. */
  private boolean someProcessWorksHere() {
    if (!Files.isDirectory(PROC)) {
      return false;
    }
    try (Stream<Path> processes = Files.list(PROC)) {
      return processes
          .filter(process -> Character.isDigit(process.getFileName().toString().charAt(0)))
          .anyMatch(process -> worksHere(process.resolve("cwd")));
    } catch (IOException e) {
      return false;
    }
  }

  private boolean worksHere(Path cwd) {
    try {
      return Files.readSymbolicLink(cwd).equals(dataDir);
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while PostgreSQL was starting", e);
    }
  }
}
