package io.stillwater.planning.release;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.lakehouse.type.LakeType;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One change of a table, as the release asks for it; optional parts that are not given are null.
 */
public sealed interface Change {
  Operation operation();

  /** The column it is about; for a rename the old name. */
  default Optional<ColumnPath> subject() {
    return Optional.empty();
  }

  /** A change of one column, which must be there. */
  sealed interface OfColumn extends Change {
    ColumnPath column();

    @Override
    default Optional<ColumnPath> subject() {
      return Optional.of(column());
    }
  }

  /** A change of partitioning or order. */
  sealed interface OfLayout extends Change {}

  record AddColumn(
      ColumnPath column,
      LakeType type,
      boolean nullable,
      Object defaultValue,
      String comment,
      Position position)
      implements Change {
    @Override
    public Operation operation() {
      return Operation.ADD_COLUMN;
    }

    @Override
    public Optional<ColumnPath> subject() {
      return Optional.of(column);
    }
  }

  record WidenType(ColumnPath column, LakeType to, LakeType from) implements OfColumn {
    @Override
    public Operation operation() {
      return Operation.WIDEN_TYPE;
    }
  }

  record ChangeTypeNarrowing(
      ColumnPath column, LakeType to, LakeType from, OnInvalid onInvalid, Duration gracePeriod)
      implements OfColumn {
    @Override
    public Operation operation() {
      return Operation.CHANGE_TYPE_NARROWING;
    }
  }

  record DropColumn(ColumnPath column, Duration gracePeriod) implements OfColumn {
    @Override
    public Operation operation() {
      return Operation.DROP_COLUMN;
    }
  }

  /**
   * @param to the new name, of a sibling in the same struct
   */
  record RenameColumn(ColumnPath column, String to, Duration gracePeriod, RenameStrategy strategy)
      implements OfColumn {
    @Override
    public Operation operation() {
      return Operation.RENAME_COLUMN;
    }

    public ColumnPath target() {
      return column.sibling(to);
    }
  }

  record SetNullable(ColumnPath column) implements OfColumn {
    @Override
    public Operation operation() {
      return Operation.SET_NULLABLE;
    }
  }

  record SetNotNull(ColumnPath column) implements OfColumn {
    @Override
    public Operation operation() {
      return Operation.SET_NOT_NULL;
    }
  }

  record SetDefault(ColumnPath column, Object value) implements OfColumn {
    @Override
    public Operation operation() {
      return Operation.SET_DEFAULT;
    }
  }

  record DropDefault(ColumnPath column) implements OfColumn {
    @Override
    public Operation operation() {
      return Operation.DROP_DEFAULT;
    }
  }

  record SetComment(ColumnPath column, String comment) implements OfColumn {
    @Override
    public Operation operation() {
      return Operation.SET_COMMENT;
    }
  }

  record MoveColumn(ColumnPath column, Position position) implements OfColumn {
    @Override
    public Operation operation() {
      return Operation.MOVE_COLUMN;
    }
  }

  record AddPartition(PartitionTransform field) implements OfLayout {
    @Override
    public Operation operation() {
      return Operation.ADD_PARTITION;
    }
  }

  record DropPartition(PartitionTransform field) implements OfLayout {
    @Override
    public Operation operation() {
      return Operation.DROP_PARTITION;
    }
  }

  record ReplacePartition(PartitionTransform from, PartitionTransform to) implements OfLayout {
    @Override
    public Operation operation() {
      return Operation.REPLACE_PARTITION;
    }
  }

  record SetSortOrder(List<SortField> order) implements OfLayout {
    public SetSortOrder {
      order = List.copyOf(order);
    }

    @Override
    public Operation operation() {
      return Operation.SET_SORT_ORDER;
    }
  }

  /** A null value removes the property. */
  record SetProperties(Map<String, String> properties) implements Change {
    public SetProperties {
      properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    @Override
    public Operation operation() {
      return Operation.SET_PROPERTIES;
    }
  }

  record UpgradeFormat(int version) implements Change {
    @Override
    public Operation operation() {
      return Operation.UPGRADE_FORMAT;
    }
  }

  record CreateTable(List<NewColumn> columns, List<PartitionTransform> partitioning)
      implements Change {
    public CreateTable {
      columns = List.copyOf(columns);
      partitioning = List.copyOf(partitioning);
    }

    @Override
    public Operation operation() {
      return Operation.CREATE_TABLE;
    }
  }

  record RenameTable(TableName to) implements Change {
    @Override
    public Operation operation() {
      return Operation.RENAME_TABLE;
    }
  }

  record DropTable(Duration gracePeriod) implements Change {
    @Override
    public Operation operation() {
      return Operation.DROP_TABLE;
    }
  }
}
