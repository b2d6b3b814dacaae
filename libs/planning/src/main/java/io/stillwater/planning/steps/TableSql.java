package io.stillwater.planning.steps;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.OnInvalid;
import io.stillwater.planning.release.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Statements for one table of one format, as it stands before the statement, as a person would type
 * them. What an engine cannot say is left out of the answer.
 */
public interface TableSql {
  Statements addColumn(Change.AddColumn add);

  Statements dropColumn(ColumnPath column);

  Statements renameColumn(ColumnPath column, String to);

  /** Two columns get new names; by SQL one after the other, with a gap between them. */
  default Statements swapNames(
      ColumnPath first, String firstTo, ColumnPath second, String secondTo) {
    return renameColumn(first, firstTo).then(renameColumn(second, secondTo));
  }

  Statements changeType(ColumnPath column, LakeType to);

  Statements setNullable(ColumnPath column, boolean nullable);

  /** A null value drops the default there is. */
  Statements setDefault(ColumnPath column, LakeType type, Object value);

  /** A null comment removes the one there is. */
  Statements comment(ColumnPath column, String comment);

  Statements move(ColumnPath column, Position position);

  /** Null values remove a property. */
  Statements setProperties(Map<String, String> properties);

  Statements addPartitionField(PartitionTransform field);

  Statements dropPartitionField(PartitionTransform field);

  Statements sort(List<SortField> order);

  Statements upgrade(int version);

  Statements createTable(Change.CreateTable create);

  Statements renameTable(TableName to);

  Statements dropTable();

  /**
   * Copies values of one column into another where they differ.
   *
   * @param castTo null where both have one type
   */
  Statements copy(ColumnPath from, ColumnPath to, LakeType castTo, OnInvalid onInvalid);

  /** Keeps the state before a deployment within reach for {@code keep}. */
  Statements protect(Duration keep);

  /** Lets go of what {@link #protect} keeps. */
  Statements release();

  /** The table's name as the engine writes it. */
  String name(Dialect dialect);
}
