package io.stillwater.checks.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row that is not the same in both tables.
 *
 * @param key by column; values are null for NULL
 * @param values of the columns that differ; empty for a row that one table lacks
 */
public record RowDifference(Kind kind, Map<String, Object> key, List<ValueDifference> values) {

  /** What is wrong with it. */
  public enum Kind {
    ONLY_IN_A,
    ONLY_IN_B,
    DIFFERENT
  }

  /** One value on both sides, null for NULL. */
  public record ValueDifference(String column, Object a, Object b) {}

  public RowDifference {
    key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
    values = List.copyOf(values);
  }
}
