package io.stillwater.lakehouse.engine;

import java.util.List;

/** How the two columns of a copy stand to each other in some rows. */
record RowsOutOfStep(long copies, long copiesBack, long conflicts, long invalid) {
  static final RowsOutOfStep NONE = new RowsOutOfStep(0, 0, 0, 0);

  static String columns(CopyColumns copy) {
    return "count(*) FILTER (%s), count(*) FILTER (%s), count(*) FILTER (%s), count(*) FILTER (%s)"
        .formatted(copy.copies(), copy.copiesBack(), copy.conflicts(), copy.invalid());
  }

  static RowsOutOfStep of(List<Object> row) {
    return new RowsOutOfStep(number(row, 0), number(row, 1), number(row, 2), number(row, 3));
  }

  RowsOutOfStep plus(RowsOutOfStep other) {
    return new RowsOutOfStep(
        copies + other.copies,
        copiesBack + other.copiesBack,
        conflicts + other.conflicts,
        invalid + other.invalid);
  }

  boolean needRewrite() {
    return copies + copiesBack > 0;
  }

  private static long number(List<Object> row, int index) {
    return ((Number) row.get(index)).longValue();
  }
}
