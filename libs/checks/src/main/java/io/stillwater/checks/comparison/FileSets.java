package io.stillwater.checks.comparison;

import io.stillwater.lakehouse.engine.PinnedTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.io.CloseableIterable;

/** Tables with the same columns, data files and deletes hold the same rows. */
final class FileSets {
  private FileSets() {}

  /** Whether the metadata proves that both are the same; false proves nothing. */
  static boolean same(PinnedTable a, PinnedTable b) {
    return a.schema().sameSchema(b.schema()) && files(a).equals(files(b));
  }

  /** The deletes that apply, by data file. */
  private static Map<String, Set<String>> files(PinnedTable table) {
    Map<String, Set<String>> files = new HashMap<>();
    if (table.snapshotId() == null) {
      return files;
    }
    try (CloseableIterable<FileScanTask> tasks =
        table.table().newScan().useSnapshot(table.snapshotId()).planFiles()) {
      for (FileScanTask task : tasks) {
        files.put(
            task.file().location(),
            task.deletes().stream().map(FileSets::place).collect(Collectors.toSet()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the files of " + table.name(), e);
    }
    return files;
  }

  /** Several deletion vectors lie in one file. */
  private static String place(DeleteFile file) {
    return file.contentOffset() == null
        ? file.location()
        : file.location() + "#" + file.contentOffset();
  }
}
