package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.ColumnPath;
import java.util.Objects;

/**
 * Values of one column into another of the same rows. The target's type is the table's; values that
 * do not survive the cast are handled as {@code onInvalid} says.
 *
 * @param bothWays whether a row that has only the target set is copied back
 */
public record CopyRequest(ColumnPath from, ColumnPath to, OnInvalid onInvalid, boolean bothWays) {
  public CopyRequest {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(onInvalid, "onInvalid");
  }
}
