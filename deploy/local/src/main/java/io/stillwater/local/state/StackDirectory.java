package io.stillwater.local.state;

import io.stillwater.local.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Where a local stack keeps what it needs: one folder, kept between runs. */
public record StackDirectory(Path root) {
  public StackDirectory {
    root = root.toAbsolutePath().normalize();
  }

  public Path stateFile() {
    return root.resolve("state.json");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path log(String part) {
    return logs().resolve(part + ".log");
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path warehouse() {
    return root.resolve("warehouse");
  }

  /** Held by a command line while it starts or stops the stack. */
  public Path commandLock() {
    return root.resolve("command.lock");
  }

  /** Held by the supervisor for as long as it lives: the proof that there is one. */
  public Path supervisorLock() {
    return root.resolve("supervisor.lock");
  }

  public StackDirectory create() {
    try {
      Files.createDirectories(logs());
      Files.createDirectories(warehouse());
      link(log(Parts.KAFKA), Path.of("..", "kafka", "broker.log"));
      link(log(Parts.POSTGRES), Path.of("..", "postgres.log"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the stack's folder " + root, e);
    }
  }

  /** Broker and database write beside their data; all logs are to be found in one place. */
  private static void link(Path log, Path target) throws IOException {
    if (Files.notExists(log, LinkOption.NOFOLLOW_LINKS)) {
      Files.createSymbolicLink(log, target);
    }
  }
}
