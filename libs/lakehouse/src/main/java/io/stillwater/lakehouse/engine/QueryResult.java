package io.stillwater.lakehouse.engine;

import java.util.List;
import java.util.Optional;

/**
 * @param rows values in the order of the columns, null for NULL
 * @param millis how long the engine took
 * @param sql what was run, so that a person can run it again
 */
public record QueryResult(List<String> columns, List<List<Object>> rows, long millis, String sql) {

  /** The first value of the first row; empty for no row or NULL. */
  public Optional<Object> value() {
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0).get(0));
  }

  /**
   * @throws IllegalStateException when the query gave no number
   */
  public long number() {
    Object value =
        value().orElseThrow(() -> new IllegalStateException("The query gave no value: " + sql));
    if (value instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalStateException("The query gave '" + value + "', no number: " + sql);
  }
}
