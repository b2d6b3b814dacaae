package io.stillwater.checks.table;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import io.stillwater.lakehouse.iceberg.LocalPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;

/**
 * @param source how it was counted
 */
record StoredBytes(long bytes, String source) {

  static StoredBytes sum(List<StoredBytes> parts) {
    return new StoredBytes(
        parts.stream().mapToLong(StoredBytes::bytes).sum(),
        parts.stream().map(StoredBytes::source).collect(Collectors.joining("; ")));
  }

  static StoredBytes of(TableName name, Table table) {
    return new StoredBytes(
        TableFiles.bytes(table), "sizes of the files of all snapshots of " + name);
  }

  /** A warehouse on the local disk is measured; elsewhere its tables' files are added up. */
  static StoredBytes of(IcebergTableCatalog catalog) {
    return localWarehouse(catalog)
        .map(folder -> new StoredBytes(sizeOf(folder), "size of the folder " + folder))
        .orElseGet(() -> allTables(catalog));
  }

  private static StoredBytes allTables(IcebergTableCatalog catalog) {
    List<StoredBytes> parts = new ArrayList<>();
    for (TableName name : catalog.list()) {
      parts.add(of(name, catalog.load(name)));
    }
    return new StoredBytes(
        sum(parts).bytes(),
        "sizes of the files of all snapshots of the %d tables of %s"
            .formatted(parts.size(), catalog.name()));
  }

  private static Optional<Path> localWarehouse(IcebergTableCatalog catalog) {
    try {
      return catalog.warehouse().map(LocalPaths::of).filter(Files::isDirectory);
    } catch (IllegalArgumentException elsewhere) {
      return Optional.empty();
    }
  }

  private static long sizeOf(Path folder) {
    AtomicLong bytes = new AtomicLong();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              bytes.addAndGet(attributes.size());
              return FileVisitResult.CONTINUE;
            }

            /** Writers remove files meanwhile. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot measure " + folder, e);
    }
    return bytes.get();
  }
}
