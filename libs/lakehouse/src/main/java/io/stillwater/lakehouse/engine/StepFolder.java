package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.iceberg.LocalPaths;
import io.stillwater.lakehouse.iceberg.StepStamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Where one step of one deployment writes its files, so that what a killed attempt left behind can
 * be told from all else. Attempts never share a file name: one that was thought dead must not
 * change what another has committed.
 */
final class StepFolder {
  private final Table table;
  private final String location;
  private final Path path;
  private final String run = UUID.randomUUID().toString();
  private final Set<String> created = new HashSet<>();

  StepFolder(Table table, StepStamp stamp) {
    this.table = table;
    this.location =
        dataLocation(table)
            + "/stillwater/"
            + encoded(stamp.deploymentId())
            + "/"
            + encoded(stamp.stepId());
    try {
      this.path = LocalPaths.of(location);
    } catch (IllegalArgumentException e) {
      throw new QueryException("Table " + table.name() + ": " + e.getMessage(), e);
    }
  }

  String run() {
    return run;
  }

  record NewFile(String location, String path) {}

  NewFile next() {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + path, e);
    }
    String name = run + "-" + created.size() + ".parquet";
    created.add(location + "/" + name);
    return new NewFile(location + "/" + name, path.resolve(name).toString());
  }

  /** Removes files of this attempt, finished or not, that no commit took. */
  void discardAllBut(Set<String> committed) {
    created.stream()
        .filter(one -> !committed.contains(one))
        .forEach(one -> delete(LocalPaths.of(one)));
  }

  /**
   * Removes what earlier attempts left. To be called after a success only: an attempt that still
   * runs somewhere cannot commit any more then, because the files it would replace are gone.
   */
  void removeOrphans() {
    if (!Files.isDirectory(path)) {
      return;
    }
    table.refresh();
    Set<Path> found = list();
    if (table.currentSnapshot() != null) {
      found.removeAll(filesOf(List.of(table.currentSnapshot())));
    }
    if (!found.isEmpty()) {
      found.removeAll(filesOf(table.snapshots()));
    }
    found.forEach(StepFolder::delete);
    removeIfEmpty();
  }

  private Set<Path> list() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.collect(Collectors.toCollection(HashSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + path, e);
    }
  }

  private Set<Path> filesOf(Iterable<Snapshot> snapshots) {
    Set<String> manifests = new HashSet<>();
    Set<Path> paths = new HashSet<>();
    for (Snapshot snapshot : snapshots) {
      for (ManifestFile manifest : snapshot.dataManifests(table.io())) {
        if (manifests.add(manifest.path())) {
          collect(manifest, paths);
        }
      }
    }
    return paths;
  }

  private void collect(ManifestFile manifest, Set<Path> paths) {
    try (CloseableIterable<DataFile> entries =
        ManifestFiles.read(manifest, table.io(), table.specs())) {
      for (DataFile file : entries) {
        if (file.location().startsWith(location)) {
          paths.add(LocalPaths.of(file.location()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the manifest " + manifest.path(), e);
    }
  }

  private void removeIfEmpty() {
    if (list().isEmpty()) {
      delete(path);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + file, e);
    }
  }

  private static String dataLocation(Table table) {
    String own = table.properties().get(TableProperties.WRITE_DATA_LOCATION);
    String data = own == null ? table.location() + "/data" : own;
    return data.endsWith("/") ? data.substring(0, data.length() - 1) : data;
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
