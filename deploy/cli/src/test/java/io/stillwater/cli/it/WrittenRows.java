package io.stillwater.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.lakehouse.engine.EmbeddedEngine;
import io.stillwater.lakehouse.engine.EngineSettings;
import io.stillwater.lakehouse.engine.PinnedTable;
import io.stillwater.lakehouse.engine.SqlSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/**
 * The model of a table's old columns that its writers keep: row by row what has to be read back,
 * however the table was changed meanwhile.
 */
final class WrittenRows {
  private final AtomicLong next = new AtomicLong();

  /** The first id of that many new rows. */
  long next(int rows) {
    return next.getAndAdd(rows);
  }

  /** Every row once, with its values, from files that the table names once. */
  void assertReadFrom(LakeTable name) {
    Table table = name.load();
    assertThat(read(name, "id, fname, price, qty FROM %s ORDER BY id"))
        .isEqualTo(LongStream.range(0, next.get()).mapToObj(WrittenRows::row).toList());
    assertThat(files(table)).doesNotHaveDuplicates();
  }

  /** How many rows do not have the same in both columns. */
  long outOfStep(LakeTable name, String column, String other) {
    return read(name, "id FROM %s WHERE " + column + " IS DISTINCT FROM " + other).size();
  }

  private static String row(long id) {
    return List.of(id, "Name" + id, (float) (id / 7.0), id % 100).toString();
  }

  private static List<String> read(LakeTable table, String selection) {
    EngineSettings settings = new EngineSettings(256, 1, SharedStack.get().folder());
    try (SqlSession session = new EmbeddedEngine(settings).open()) {
      String name = session.register(PinnedTable.current(table.name(), table.load()));
      return session.query("SELECT " + selection.formatted(name)).rows().stream()
          .map(List::toString)
          .toList();
    }
  }

  private static List<String> files(Table table) {
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      return StreamSupport.stream(tasks.spliterator(), false)
          .map(task -> task.file().location())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the files of " + table.name(), e);
    }
  }
}
