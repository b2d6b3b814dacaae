package io.stillwater.checks.comparison;

import io.stillwater.checks.comparison.ComparedColumns.Shared;
import io.stillwater.checks.comparison.RowDifference.Kind;
import io.stillwater.checks.comparison.RowDifference.ValueDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a row of the sample query: its kind, then per shared column the value in A, the value in B
 * and whether they differ.
 */
record SampleReader(ComparedColumns columns) {
  private static final int PER_COLUMN = 3;

  RowDifference read(List<Object> row) {
    Kind kind = Kind.valueOf(row.get(0).toString());
    Map<String, Object> key = new LinkedHashMap<>();
    List<ValueDifference> values = new ArrayList<>();
    int at = 1;
    for (Shared column : columns.shared()) {
      Object a = row.get(at);
      Object b = row.get(at + 1);
      if (columns.key().contains(column)) {
        key.put(column.name(), kind == Kind.ONLY_IN_B ? b : a);
      } else if (kind == Kind.DIFFERENT && Boolean.TRUE.equals(row.get(at + 2))) {
        values.add(new ValueDifference(column.name(), a, b));
      }
      at += PER_COLUMN;
    }
    return new RowDifference(kind, key, values);
  }
}
