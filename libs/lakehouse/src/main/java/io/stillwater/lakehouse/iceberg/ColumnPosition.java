package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import org.apache.iceberg.UpdateSchema;

/** Where a column stands among its siblings. */
public sealed interface ColumnPosition {
  ColumnPosition LAST = new Last();
  ColumnPosition FIRST = new First();

  static ColumnPosition after(String sibling) {
    return new After(sibling);
  }

  /** What the contract's two fields say: first, after one named, or neither: last. */
  static ColumnPosition of(boolean first, String after) {
    if (first) {
      return FIRST;
    }
    return after == null ? LAST : after(after);
  }

  void move(UpdateSchema update, ColumnPath column);

  record Last() implements ColumnPosition {
    /** Where a new column is put anyway. */
    @Override
    public void move(UpdateSchema update, ColumnPath column) {}
  }

  record First() implements ColumnPosition {
    @Override
    public void move(UpdateSchema update, ColumnPath column) {
      update.moveFirst(IcebergTypes.name(column));
    }
  }

  record After(String sibling) implements ColumnPosition {
    @Override
    public void move(UpdateSchema update, ColumnPath column) {
      update.moveAfter(IcebergTypes.name(column), IcebergTypes.name(column.sibling(sibling)));
    }
  }
}
