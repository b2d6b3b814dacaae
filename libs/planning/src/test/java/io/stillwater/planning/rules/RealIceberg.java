package io.stillwater.planning.rules;

import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.iceberg.ColumnPosition;
import io.stillwater.lakehouse.iceberg.ExactUndo;
import io.stillwater.lakehouse.iceberg.NewColumn;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.TableEdit;
import io.stillwater.lakehouse.iceberg.TableEdits;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.release.RenameStrategy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.NullOrder;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.types.Types;

/** The table of {@link Lakes#events} as the library itself has it, and edits of it. */
final class RealIceberg {
  private RealIceberg() {}

  static TableMetadata events(int version) {
    Schema schema =
        new Schema(
            List.of(
                Types.NestedField.required(1, "id", Types.LongType.get()),
                Types.NestedField.optional(2, "ts", Types.TimestampType.withoutZone()),
                Types.NestedField.optional(3, "region", Types.StringType.get()),
                Types.NestedField.required(4, "must", Types.StringType.get()),
                Types.NestedField.optional(5, "old_region", Types.StringType.get())),
            Set.of(1));
    PartitionSpec spec =
        PartitionSpec.builderFor(schema).identity("old_region").day("ts").bucket("id", 16).build();
    SortOrder order = SortOrder.builderFor(schema).asc("region", NullOrder.NULLS_FIRST).build();
    TableMetadata metadata =
        TableMetadata.newTableMetadata(
            schema,
            spec,
            order,
            "file:///nowhere",
            Map.of("format-version", String.valueOf(version), "write.format.default", "parquet"));
    metadata = TableEdits.dropPartitionField("old_region").apply(metadata);
    for (Column column : Lakes.events(version).build().columns()) {
      if (metadata.schema().findField(column.name()) == null) {
        NewColumn added = new NewColumn(column.type(), true, column.comment(), null);
        ColumnPath path = ColumnPath.of(column.name());
        metadata = SchemaEdits.addColumn(path, added, ColumnPosition.LAST).apply(metadata);
      }
    }
    return SchemaEdits.setDefault(ColumnPath.of("d"), 7L).apply(metadata);
  }

  /** The edit that carries a step out; none where it moves data or only looks. */
  static TableEdit edit(Step step) {
    StepArguments arguments = step.arguments();
    if (arguments instanceof StepArguments.AddColumn add) {
      Object value =
          add.column().defaultValue() == null ? null : add.column().defaultValue().numberValue();
      NewColumn column =
          new NewColumn(
              LakeType.parse(add.column().type()),
              add.column().nullable(),
              add.column().comment(),
              value);
      return SchemaEdits.addColumn(
          ColumnPath.parse(add.column().name()), column, position(add.position()));
    }
    if (arguments instanceof StepArguments.WidenType widen) {
      return SchemaEdits.widen(ColumnPath.parse(widen.column()), LakeType.parse(widen.to()));
    }
    if (arguments instanceof StepArguments.SetNullability set) {
      ColumnPath column = ColumnPath.parse(set.column());
      return set.nullable() ? SchemaEdits.setNullable(column) : SchemaEdits.setNotNull(column);
    }
    if (arguments instanceof StepArguments.SetDefault set) {
      Object value = set.value() == null ? null : set.value().numberValue();
      return SchemaEdits.setDefault(ColumnPath.parse(set.column()), value);
    }
    if (arguments instanceof StepArguments.SetComment set) {
      return SchemaEdits.setComment(ColumnPath.parse(set.column()), set.comment());
    }
    if (arguments instanceof StepArguments.MoveColumn move) {
      return SchemaEdits.move(ColumnPath.parse(move.column()), position(move.position()));
    }
    if (arguments instanceof StepArguments.PartitionField field) {
      return step.kind() == StepKind.ADD_PARTITION_FIELD
          ? TableEdits.addPartitionField(field.field())
          : TableEdits.dropPartitionField(field.field());
    }
    if (arguments instanceof StepArguments.SetSortOrder sort) {
      return TableEdits.setSortOrder(sort.order());
    }
    if (arguments instanceof StepArguments.SetProperties set) {
      return TableEdits.setProperties(set.properties());
    }
    if (arguments instanceof StepArguments.UpgradeFormat upgrade) {
      return TableEdits.upgradeFormat(upgrade.to());
    }
    if (arguments instanceof StepArguments.RenameColumn rename) {
      return SchemaEdits.rename(
          ColumnPath.parse(rename.from()), ColumnPath.parse(rename.to()).leaf());
    }
    if (arguments instanceof StepArguments.DropColumn drop) {
      return SchemaEdits.drop(ColumnPath.parse(drop.column()));
    }
    if (arguments instanceof StepArguments.SwapNames swap) {
      return SchemaEdits.swapNames(
          ColumnPath.parse(swap.column()), ColumnPath.parse(swap.replacement()), swap.retired());
    }
    if (arguments instanceof StepArguments.Deprecate deprecate) {
      return SchemaEdits.deprecate(
          ColumnPath.parse(deprecate.column()), deprecate.replacement(), deprecate.comment());
    }
    return TableEdit.none();
  }

  /** The comment that a step is about to change, which the executor remembers. */
  static String comment(Step step, Schema schema) {
    return step.arguments() instanceof StepArguments.SetComment set
        ? schema.findField(String.join(".", ColumnPath.parse(set.column()).parts())).doc()
        : null;
  }

  /** What takes a step with exact undo back, as the executor does it. */
  static TableEdit undo(Step step, String commentBefore) {
    StepArguments arguments = step.arguments();
    if (arguments instanceof StepArguments.AddColumn add) {
      return SchemaEdits.drop(ColumnPath.parse(add.column().name()));
    }
    if (arguments instanceof StepArguments.WidenType widen) {
      return ExactUndo.unpromote(ColumnPath.parse(widen.column()), LakeType.parse(widen.from()));
    }
    if (arguments instanceof StepArguments.SetNullability set) {
      ColumnPath column = ColumnPath.parse(set.column());
      return set.nullable() ? SchemaEdits.setNotNull(column) : SchemaEdits.setNullable(column);
    }
    if (arguments instanceof StepArguments.SetDefault set) {
      Object value = set.before() == null ? null : set.before().numberValue();
      return SchemaEdits.setDefault(ColumnPath.parse(set.column()), value);
    }
    if (arguments instanceof StepArguments.SetComment set) {
      return SchemaEdits.setComment(ColumnPath.parse(set.column()), commentBefore);
    }
    if (arguments instanceof StepArguments.MoveColumn move) {
      return SchemaEdits.move(ColumnPath.parse(move.column()), position(move.before()));
    }
    if (arguments instanceof StepArguments.PartitionField field) {
      return step.kind() == StepKind.ADD_PARTITION_FIELD
          ? TableEdits.dropPartitionField(field.field())
          : TableEdits.addPartitionField(field.field());
    }
    if (arguments instanceof StepArguments.SetSortOrder sort) {
      return TableEdits.setSortOrder(sort.before());
    }
    if (arguments instanceof StepArguments.SetProperties set) {
      return TableEdits.setProperties(set.before());
    }
    return TableEdit.none();
  }

  /** Whether a step only looks or marks: there is nothing in the schema to take back. */
  static boolean looks(Step step) {
    return switch (step.kind()) {
      case CHECK, VALIDATE, TAG, RETAIN, SOAK -> true;
      default -> false;
    };
  }

  /** What a change comes to when nobody plans it: for changes that the format is to refuse. */
  static TableEdit bluntly(Change change) {
    if (change instanceof Change.AddColumn add) {
      NewColumn column =
          new NewColumn(add.type(), add.nullable(), add.comment(), add.defaultValue());
      return SchemaEdits.addColumn(add.column(), column, position(add.position()));
    }
    if (change instanceof Change.WidenType widen) {
      return SchemaEdits.widen(widen.column(), widen.to());
    }
    if (change instanceof Change.DropColumn drop) {
      return SchemaEdits.drop(drop.column());
    }
    if (change instanceof Change.RenameColumn rename) {
      return rename.strategy() == RenameStrategy.IN_PLACE
          ? SchemaEdits.rename(rename.column(), rename.to())
          : SchemaEdits.addColumn(
                  rename.target(),
                  NewColumn.optional(LakeType.Primitive.STRING),
                  ColumnPosition.LAST)
              .then(SchemaEdits.drop(rename.column()));
    }
    if (change instanceof Change.ChangeTypeNarrowing narrow) {
      ColumnPath successor = narrow.column().sibling("successor");
      return SchemaEdits.addColumn(successor, NewColumn.optional(narrow.to()), ColumnPosition.LAST)
          .then(SchemaEdits.swapNames(narrow.column(), successor, "retired"))
          .then(SchemaEdits.drop(narrow.column().sibling("retired")));
    }
    if (change instanceof Change.SetNullable set) {
      return SchemaEdits.setNullable(set.column());
    }
    if (change instanceof Change.SetNotNull set) {
      return SchemaEdits.setNotNull(set.column());
    }
    if (change instanceof Change.AddPartition add) {
      return TableEdits.addPartitionField(add.field().toString());
    }
    if (change instanceof Change.SetSortOrder sort) {
      return TableEdits.setSortOrder(sort.order().stream().map(SortField::toString).toList());
    }
    if (change instanceof Change.MoveColumn move) {
      return SchemaEdits.move(move.column(), position(move.position()));
    }
    if (change instanceof Change.SetProperties set) {
      return TableEdits.setProperties(set.properties());
    }
    if (change instanceof Change.UpgradeFormat upgrade) {
      return current ->
          TableMetadata.buildFrom(current).upgradeFormatVersion(upgrade.version()).build();
    }
    throw new IllegalArgumentException("no edit for " + change);
  }

  private static ColumnPosition position(StepArguments.Position position) {
    return position == null
        ? ColumnPosition.LAST
        : ColumnPosition.of(position.first(), position.after());
  }

  private static ColumnPosition position(Position position) {
    return position == null
        ? ColumnPosition.LAST
        : ColumnPosition.of(position.first(), position.after());
  }
}
