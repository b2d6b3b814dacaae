package io.stillwater.lakehouse.engine;

/** One connection to an engine, for one thread. */
public interface SqlSession extends AutoCloseable {

  /**
   * Makes the table known for the queries that follow.
   *
   * @return its name for use in SQL, already quoted
   * @throws QueryException when the engine cannot read the table; the message says what of it
   */
  String register(PinnedTable table);

  /**
   * @throws QueryException when the engine refuses or fails
   */
  QueryResult query(String sql);

  @Override
  void close();
}
