package io.stillwater.lakehouse.engine;

import java.util.HashMap;
import java.util.Map;

/** A DuckDB database whose views are tables at pinned snapshots. */
final class DuckDbSession implements SqlSession {
  private final DuckDb duck;
  private final SnapshotReader reader;
  private final Map<String, PinnedTable> registered = new HashMap<>();

  DuckDbSession(EngineSettings settings) {
    this.duck = DuckDb.open(settings);
    this.reader = new SnapshotReader(duck);
  }

  @Override
  public String register(PinnedTable table) {
    String base = table.name() + "@" + (table.snapshotId() == null ? "empty" : table.snapshotId());
    String name = base;
    for (int i = 2; registered.containsKey(name); i++) {
      if (isSame(registered.get(name), table)) {
        return DuckDb.name(name);
      }
      name = base + " (" + i + ")";
    }
    duck.execute("CREATE TEMP VIEW " + DuckDb.name(name) + " AS " + reader.select(table));
    registered.put(name, table);
    return DuckDb.name(name);
  }

  @Override
  public QueryResult query(String sql) {
    return duck.query(sql);
  }

  @Override
  public void close() {
    duck.close();
  }

  private static boolean isSame(PinnedTable one, PinnedTable other) {
    return one.table().uuid().equals(other.table().uuid())
        && one.schema().sameSchema(other.schema());
  }
}
