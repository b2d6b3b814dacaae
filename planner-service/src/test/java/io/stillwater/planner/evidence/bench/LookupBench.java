package io.stillwater.planner.evidence.bench;

import io.agroal.api.AgroalDataSource;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.EvidenceStore;
import io.stillwater.planner.evidence.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** The question that planning asks for one change, among millions of rows. */
final class LookupBench {
  private static final int LOOKUPS = 300;
  private static final int TABLES = 1_000;
  private static final int COLUMNS = 20;
  private static final int READERS = 25;

  /** Readers, and days of it, of one column that everybody reads. */
  private static final int HOT_READERS = 2_000;

  private static final int HOT_DAYS = 30;

  private final TestDatabase database;
  private final Random random = new Random(1);

  LookupBench(TestDatabase database) {
    this.database = database;
  }

  /**
   * @param median in milliseconds
   */
  record Result(double median, double percentile99) {}

  void fill(int rows) throws SQLException {
    int days = Math.max(1, rows / (TABLES * COLUMNS * READERS));
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO evidence_reader
          SELECT n, 'QUERY', 'dashboard-' || n, 'user-' || n, current_date
          FROM generate_series(1, %d) n
          """
              .formatted(HOT_READERS));
      statement.execute(
          """
          INSERT INTO evidence_use
          SELECT 'lake.sales.table_' || t, 'column_' || c, current_date - d,
            (t * 7 + c * 3 + r * 11) %% %d + 1, 'SCANS', 1, now() - make_interval(days => d)
          FROM generate_series(0, %d) t, generate_series(0, %d) c, generate_series(0, %d) d,
            generate_series(0, %d) r
          ON CONFLICT DO NOTHING
          """
              .formatted(HOT_READERS, TABLES - 1, COLUMNS - 1, days - 1, READERS - 1));
      statement.execute(
          """
          INSERT INTO evidence_use
          SELECT 'lake.sales.hot', 'id', current_date - d, r, 'SCANS', 1,
            now() - make_interval(days => d)
          FROM generate_series(0, %d) d, generate_series(1, %d) r
          """
              .formatted(HOT_DAYS - 1, HOT_READERS));
      statement.execute(
          """
          INSERT INTO evidence_coverage
          SELECT 'trino:production', date_trunc('hour', now()) - make_interval(hours => h), 1
          FROM generate_series(0, 9600) h
          """);
      statement.execute(
          """
          INSERT INTO evidence_last_use
          SELECT table_name, column_name, reader_id, use_kind, max(last_seen)
          FROM evidence_use GROUP BY 1, 2, 3, 4
          """);
      statement.execute("VACUUM ANALYZE evidence_use, evidence_last_use");
    }
  }

  Result measure(boolean hot) throws SQLException {
    try (AgroalDataSource connections = database.pool()) {
      return measure(database.store(connections, Instant.now()), hot);
    }
  }

  private Result measure(EvidenceStore store, boolean hot) {
    double[] millis = new double[LOOKUPS];
    for (int i = 0; i < LOOKUPS; i++) {
      TableName table =
          TableName.of("lake", "sales", hot ? "hot" : "table_" + random.nextInt(TABLES));
      ColumnPath column = ColumnPath.of(hot ? "id" : "column_" + random.nextInt(COLUMNS));
      long start = System.nanoTime();
      store.of(table, Optional.of(column), Duration.ofDays(30));
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return new Result(millis[LOOKUPS / 2], millis[LOOKUPS * 99 / 100]);
  }
}
