package io.stillwater.cli.demo.traffic;

import io.stillwater.cli.demo.lake.DemoTable;
import io.stillwater.events.metrics.SamplesRecorded.Outcome;
import io.stillwater.lakehouse.engine.PinnedTable;
import io.stillwater.lakehouse.engine.SqlEngine;
import io.stillwater.lakehouse.engine.SqlSession;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import java.util.EnumMap;
import java.util.Map;
import org.apache.iceberg.Table;

/** Asks one question after the other, each of the tables as they are at that moment. */
final class Reader extends Looping {
  private static final long PAUSE_MILLIS = 150;

  private final IcebergTableCatalog catalog;
  private final SqlEngine engine;
  private final Tally tally;
  private final Samples samples;
  private int next;

  /**
   * @param first the question to start with, so that several readers are not in step
   */
  Reader(int first, IcebergTableCatalog catalog, SqlEngine engine, Tally tally, Samples samples) {
    super("reader-" + first, PAUSE_MILLIS);
    this.next = first;
    this.catalog = catalog;
    this.engine = engine;
    this.tally = tally;
    this.samples = samples;
  }

  @Override
  void turn() {
    Question question = Question.ALL.get(next++ % Question.ALL.size());
    long start = System.nanoTime();
    try {
      if (ask(question)) {
        tally.done();
        samples.add(Outcome.OK, millisSince(start));
      }
    } catch (RuntimeException e) {
      tally.failed(question.sql() + ": " + e.getMessage());
      samples.add(Outcome.FAILED, millisSince(start));
    }
  }

  @Override
  void end() {
    // A session lives for one question only.
  }

  /** Whether it could be asked: what needs a new column waits until that is there. */
  private boolean ask(Question question) {
    Map<DemoTable, Table> tables = new EnumMap<>(DemoTable.class);
    for (DemoTable table : question.tables()) {
      Table loaded = catalog.load(table.table());
      String needed = question.newColumns().get(table);
      if (needed != null && loaded.schema().findField(needed) == null) {
        return false;
      }
      tables.put(table, loaded);
    }
    try (SqlSession session = engine.open()) {
      String sql = question.sql();
      for (Map.Entry<DemoTable, Table> table : tables.entrySet()) {
        String name =
            session.register(PinnedTable.current(table.getKey().table(), table.getValue()));
        sql = sql.replace("{" + table.getKey() + "}", name);
      }
      session.query(sql);
      return true;
    }
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
