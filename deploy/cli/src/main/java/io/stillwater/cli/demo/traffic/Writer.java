package io.stillwater.cli.demo.traffic;

import io.stillwater.cli.demo.lake.DemoTable;
import io.stillwater.cli.lake.ParquetAppender;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import java.util.List;

/** Keeps appending orders and users with the columns it has always known. */
final class Writer extends Looping {
  private static final long PAUSE_MILLIS = 300;
  private static final int ROWS = 20;

  private final IcebergTableCatalog catalog;
  private final ParquetAppender appender = new ParquetAppender();
  private final Tally tally;
  private long turn;

  Writer(IcebergTableCatalog catalog, Tally tally) {
    super("writer", PAUSE_MILLIS);
    this.catalog = catalog;
    this.tally = tally;
  }

  @Override
  void turn() {
    DemoTable table = List.of(DemoTable.ORDERS, DemoTable.USERS).get((int) (turn % 2));
    long first = table.rows() + turn / 2 * ROWS;
    turn++;
    try {
      appender.append(
          catalog.load(table.table()), table.columns(), table.rows(first, first + ROWS));
      tally.done();
    } catch (RuntimeException e) {
      tally.failed("append to " + table.table() + ": " + e.getMessage());
    }
  }

  @Override
  void end() {
    appender.close();
  }
}
