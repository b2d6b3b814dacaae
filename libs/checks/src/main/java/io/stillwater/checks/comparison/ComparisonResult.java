package io.stillwater.checks.comparison;

import java.util.List;

/**
 * How two tables differ.
 *
 * @param method METADATA where the files told it, SCAN where rows were read
 * @param rowsA null where the files told that both are the same
 * @param repeatedKeysA keys that stand more than once; their rows are paired in the order of their
 *     values
 * @param onlyInA rows whose key is not in B, or stands there less often
 * @param different rows of both whose values differ
 * @param columnsOnlyInA columns that B lacks; not compared
 * @param differentTypes columns of both whose types differ; compared by value
 * @param samples some of the differing rows, in the order of their keys
 * @param queries what was run
 */
public record ComparisonResult(
    Method method,
    Long rowsA,
    Long rowsB,
    long repeatedKeysA,
    long repeatedKeysB,
    long onlyInA,
    long onlyInB,
    long different,
    List<String> columnsOnlyInA,
    List<String> columnsOnlyInB,
    List<String> differentTypes,
    List<RowDifference> samples,
    List<String> queries,
    long millis) {

  /** How it was found out. */
  public enum Method {
    METADATA,
    SCAN
  }

  public ComparisonResult {
    columnsOnlyInA = List.copyOf(columnsOnlyInA);
    columnsOnlyInB = List.copyOf(columnsOnlyInB);
    differentTypes = List.copyOf(differentTypes);
    samples = List.copyOf(samples);
    queries = List.copyOf(queries);
  }

  /** Same columns and same rows; a type that differs while all values are equal does no harm. */
  public boolean equal() {
    return onlyInA == 0
        && onlyInB == 0
        && different == 0
        && columnsOnlyInA.isEmpty()
        && columnsOnlyInB.isEmpty();
  }
}
