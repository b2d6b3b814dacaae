package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * One DuckDB database in memory with a spill folder of its own. It never reaches for the network:
 * extensions are neither downloaded nor loaded.
 */
final class DuckDb implements AutoCloseable {
  private final DuckDBConnection connection;
  private final Path spill;

  private DuckDb(DuckDBConnection connection, Path spill) {
    this.connection = connection;
    this.spill = spill;
  }

  static DuckDb open(EngineSettings settings) {
    try {
      Files.createDirectories(settings.spillFolder());
      Path spill = Files.createTempDirectory(settings.spillFolder(), "stillwater-duckdb");
      DuckDBConnection connection =
          (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
      DuckDb database = new DuckDb(connection, spill);
      database.configure(settings);
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a folder in " + settings.spillFolder(), e);
    } catch (SQLException e) {
      throw new QueryException("The embedded engine does not start: " + e.getMessage(), e);
    }
  }

  static String text(String value) {
    return Identifiers.literal(value, Dialect.DUCKDB);
  }

  static String name(String value) {
    return Identifiers.quote(value, Dialect.DUCKDB);
  }

  DuckDBConnection connection() {
    return connection;
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  QueryResult query(String sql) {
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> columns = new ArrayList<>();
      int width = result.getMetaData().getColumnCount();
      for (int i = 1; i <= width; i++) {
        columns.add(result.getMetaData().getColumnLabel(i));
      }
      List<List<Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<Object> row = new ArrayList<>(width);
        for (int i = 1; i <= width; i++) {
          row.add(DuckDbValues.plain(result.getObject(i)));
        }
        rows.add(row);
      }
      return new QueryResult(columns, rows, (System.nanoTime() - start) / 1_000_000, sql);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new QueryException("The embedded engine does not close: " + e.getMessage(), e);
    } finally {
      deleteSpill();
    }
  }

  private void configure(EngineSettings settings) {
    execute("SET memory_limit = '" + settings.memoryMb() + "MiB'");
    execute("SET threads = " + settings.threads());
    execute("SET temp_directory = " + text(spill.toString()));
    execute("SET autoinstall_known_extensions = false");
    execute("SET autoload_known_extensions = false");
    execute("SET allow_community_extensions = false");
    execute("SET TimeZone = 'UTC'");
  }

  private void deleteSpill() {
    try (Stream<Path> files = Files.walk(spill)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot empty the spill folder " + spill, e);
    }
  }

  private static QueryException failed(String sql, SQLException cause) {
    String shown = sql.length() > 2000 ? sql.substring(0, 2000) + " …" : sql;
    return new QueryException(
        "The embedded engine failed: " + cause.getMessage() + "; in: " + shown, cause);
  }
}
