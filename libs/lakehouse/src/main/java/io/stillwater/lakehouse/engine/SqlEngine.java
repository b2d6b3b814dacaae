package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.Dialect;

/** Runs SQL over tables at pinned snapshots. */
public interface SqlEngine {
  /** As it stands in an environment file: embedded, trino, spark. */
  String name();

  Dialect dialect();

  SqlSession open();
}
