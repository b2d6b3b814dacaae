package io.stillwater.catalogs.storage;

import io.stillwater.lakehouse.iceberg.LocalFileIO;
import io.stillwater.lakehouse.iceberg.LocalPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.iceberg.io.InputFile;

/** The local disk. */
final class LocalStorage implements Storage {
  private final LocalFileIO files = new LocalFileIO();

  @Override
  public InputFile file(String location) {
    return files.newInputFile(location);
  }

  @Override
  public List<StoredEntry> list(String folder, String from) {
    Path path = LocalPaths.of(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(path)) {
      return children
          .filter(child -> child.getFileName().toString().compareTo(from) >= 0)
          .flatMap(child -> entry(folder, child).stream())
          .sorted(Comparator.comparing(StoredEntry::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  @Override
  public void walk(String folder, Consumer<StoredEntry> to) {
    for (StoredEntry entry : list(folder)) {
      if (entry.folder()) {
        walk(entry.location(), to);
      } else {
        to.accept(entry);
      }
    }
  }

  @Override
  public void close() {
    files.close();
  }

  /** Empty for what was removed since it was listed. */
  private static Optional<StoredEntry> entry(String folder, Path child) {
    String name = child.getFileName().toString();
    try {
      BasicFileAttributes is = Files.readAttributes(child, BasicFileAttributes.class);
      boolean isFolder = is.isDirectory();
      return Optional.of(
          new StoredEntry(
              Locations.child(folder, name),
              name,
              isFolder,
              isFolder ? 0 : is.size(),
              is.lastModifiedTime().toMillis()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
