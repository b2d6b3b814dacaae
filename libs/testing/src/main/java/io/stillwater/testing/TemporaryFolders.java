package io.stillwater.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that go with this JVM. */
public final class TemporaryFolders {
  private TemporaryFolders() {}

  /** A new folder that is deleted when this JVM ends. */
  public static Path create(String prefix) {
    return create(prefix, () -> {});
  }

  /**
   * @param beforeDeletion what has to end first, since shutdown hooks run in no order
   */
  static Path create(String prefix, Runnable beforeDeletion) {
    try {
      Path folder = Files.createTempDirectory(prefix).toRealPath();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    beforeDeletion.run();
                    delete(folder);
                  }));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary folder", e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException e) {
      // What a dying process still writes stays in the machine's temporary folder.
    }
  }
}
