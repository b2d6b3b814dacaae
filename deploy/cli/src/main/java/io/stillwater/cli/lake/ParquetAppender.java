package io.stillwater.cli.lake;

import io.stillwater.lakehouse.iceberg.LocalPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Table;

/**
 * A writer as there are many: it knows the columns of an unpartitioned table by name, writes a
 * Parquet file and appends it. One thread only.
 */
public final class ParquetAppender implements AutoCloseable {
  private final Connection duckDb;

  public ParquetAppender() {
    try {
      duckDb = DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot start the embedded engine", e);
    }
  }

  /**
   * Appends what the query gives, in one commit.
   *
   * @param columns names of the query's columns, each a column of the table
   * @return the number of rows
   */
  public long append(Table table, List<String> columns, String query) {
    DataFile file = write(table, columns, query);
    table.newAppend().appendFile(file).commit();
    return file.recordCount();
  }

  @Override
  public void close() {
    try {
      duckDb.close();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot stop the embedded engine", e);
    }
  }

  private DataFile write(Table table, List<String> columns, String query) {
    String location = table.locationProvider().newDataLocation(UUID.randomUUID() + ".parquet");
    Path file = LocalPaths.of(location);
    try (Statement statement = duckDb.createStatement()) {
      Files.createDirectories(file.getParent());
      long rows =
          statement.executeUpdate(
              "COPY (%s) TO %s (FORMAT parquet, FIELD_IDS {%s})"
                  .formatted(
                      query, statement.enquoteLiteral(file.toString()), ids(table, columns)));
      return DataFiles.builder(table.spec())
          .withPath(location)
          .withFormat(FileFormat.PARQUET)
          .withFileSizeInBytes(Files.size(file))
          .withRecordCount(rows)
          .build();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot write " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static String ids(Table table, List<String> columns) {
    return columns.stream()
        .map(name -> name + ": " + table.schema().findField(name).fieldId())
        .collect(Collectors.joining(", "));
  }
}
