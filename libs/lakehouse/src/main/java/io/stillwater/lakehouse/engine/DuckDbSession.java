package io.stillwater.lakehouse.engine;

record DuckDbSession(EngineSettings settings) implements SqlSession {
  @Override
  public String register(PinnedTable table) {
    throw new QueryException("in the making");
  }

  @Override
  public QueryResult query(String sql) {
    throw new QueryException("in the making");
  }

  @Override
  public void close() {}
}
