package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.iceberg.LocalPaths;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.FileFormat;

/** Files as DuckDB's functions take them. */
final class ParquetFiles {
  private ParquetFiles() {}

  /**
   * @throws QueryException for a file that is not Parquet or does not lie on the local disk
   */
  static String path(ContentFile<?> file) {
    if (file.format() != FileFormat.PARQUET) {
      throw new QueryException(
          "File %s is %s; the embedded engine reads Parquet"
              .formatted(file.location(), file.format()));
    }
    return localPath(file);
  }

  static String localPath(ContentFile<?> file) {
    try {
      return LocalPaths.of(file.location()).toString();
    } catch (IllegalArgumentException e) {
      throw new QueryException(e.getMessage(), e);
    }
  }

  static String list(Collection<String> paths) {
    return paths.stream().map(ParquetFiles::pattern).collect(Collectors.joining(", ", "[", "]"));
  }

  /** DuckDB takes every path for a pattern; its signs are escaped as classes of one sign. */
  private static String pattern(String path) {
    return DuckDb.text(path.replaceAll("[*?\\[]", "[$0]"));
  }
}
