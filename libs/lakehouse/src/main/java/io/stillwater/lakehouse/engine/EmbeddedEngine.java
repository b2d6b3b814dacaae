package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.Dialect;

/** Reads tables in process with DuckDB; nothing is downloaded. */
public final class EmbeddedEngine implements SqlEngine {
  private final EngineSettings settings;

  public EmbeddedEngine(EngineSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public Dialect dialect() {
    return Dialect.DUCKDB;
  }

  @Override
  public SqlSession open() {
    return new DuckDbSession(settings);
  }
}
