package io.stillwater.local.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stillwater.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;

/**
 * The state of a stack on disk. Only the supervisor writes it while there is one; everybody may
 * read it at any time and never sees half a document.
 */
public final class StateFile {
  private static final ObjectMapper JSON = EventJson.MAPPER;

  private final Path file;

  public StateFile(Path file) {
    this.file = file;
  }

  /** Empty state where there is no file yet. */
  public StackState read() {
    if (Files.notExists(file)) {
      return StackState.empty();
    }
    try {
      return JSON.readValue(file.toFile(), StackState.class);
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + " cannot be read; stop what runs in its folder and delete the file", e);
    }
  }

  public synchronized void update(UnaryOperator<StackState> change) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), change.apply(read()));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
