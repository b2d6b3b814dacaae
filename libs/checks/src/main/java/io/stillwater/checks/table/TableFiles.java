package io.stillwater.checks.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/** The data and delete files that any snapshot of a table still needs, each counted once. */
final class TableFiles {
  private final Table table;
  private final Set<String> seen = new HashSet<>();

  private TableFiles(Table table) {
    this.table = table;
  }

  static long bytes(Table table) {
    TableFiles files = new TableFiles(table);
    long bytes = 0;
    for (Snapshot snapshot : table.snapshots()) {
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        if (files.seen.add(manifest.path())) {
          bytes += files.unseen(manifest);
        }
      }
    }
    return bytes;
  }

  private long unseen(ManifestFile manifest) {
    long bytes = 0;
    try (ManifestReader<? extends ContentFile<?>> reader = open(manifest)) {
      for (ContentFile<?> file : reader) {
        if (seen.add(file.location())) {
          bytes += file.fileSizeInBytes();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + manifest.path(), e);
    }
    return bytes;
  }

  private ManifestReader<? extends ContentFile<?>> open(ManifestFile manifest) {
    return manifest.content() == ManifestContent.DATA
        ? ManifestFiles.read(manifest, table.io(), table.specs())
        : ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs());
  }
}
