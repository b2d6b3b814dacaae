package io.stillwater.executor.steps;

import com.fasterxml.jackson.databind.node.IntNode;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepArguments.ColumnSpec;
import io.stillwater.events.plan.StepArguments.CopyColumn;
import io.stillwater.events.plan.StepArguments.Position;
import io.stillwater.events.plan.StepKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;

/**
 * One kind of step on the table {@code PEOPLE}: what it is given, and whether its undo brings the
 * table back to the letter.
 *
 * @param prepare what has to be done to the table before
 * @param freshTable the step is about a table that is not there yet
 */
record StepCase(
    StepKind kind,
    StepArguments arguments,
    Consumer<Table> prepare,
    boolean undoneExactly,
    boolean freshTable) {

  static StepCase of(StepKind kind, StepArguments arguments) {
    return new StepCase(kind, arguments, table -> {}, true, false);
  }

  StepCase after(Consumer<Table> preparation) {
    return new StepCase(kind, arguments, preparation, undoneExactly, freshTable);
  }

  StepCase leavesTraces() {
    return new StepCase(kind, arguments, prepare, false, freshTable);
  }

  StepCase onFreshTable() {
    return new StepCase(kind, arguments, prepare, undoneExactly, true);
  }

  /** Every kind that changes a table, but those whose arguments need the table's name. */
  static Stream<StepCase> all() {
    ColumnSpec column = new ColumnSpec("added", "double", true, null, "new");
    return Stream.of(
        of(StepKind.TAG, new StepArguments.Tag(Duration.ofDays(7))).leavesTraces(),
        of(StepKind.RETAIN, new StepArguments.Retain(Duration.ofDays(30))),
        of(
                StepKind.CREATE_TABLE,
                new StepArguments.CreateTable(
                    List.of(column, new ColumnSpec("id", "bigint", false, null, null)),
                    List.of("bucket(4, id)")))
            .onFreshTable(),
        of(StepKind.ADD_COLUMN, new StepArguments.AddColumn(column, new Position(false, "id"))),
        of(StepKind.WIDEN_TYPE, new StepArguments.WidenType("price", "float", "double")),
        of(StepKind.SET_NULLABLE, new StepArguments.SetNullability("code", true)),
        of(StepKind.SET_NOT_NULL, new StepArguments.SetNullability("fname", false)),
        of(
            StepKind.MOVE_COLUMN,
            new StepArguments.MoveColumn("price", new Position(true, null), null)),
        of(StepKind.SET_DEFAULT, new StepArguments.SetDefault("code", IntNode.valueOf(7), null)),
        of(StepKind.SET_COMMENT, new StepArguments.SetComment("price", "in euro", null)),
        of(
            StepKind.SET_PROPERTIES,
            new StepArguments.SetProperties(Map.of("owner.team", "sales"), Map.of())),
        of(StepKind.SET_SORT_ORDER, new StepArguments.SetSortOrder(List.of("id ASC"), List.of())),
        of(StepKind.ADD_PARTITION_FIELD, new StepArguments.PartitionField("bucket(16, id)")),
        of(StepKind.DROP_PARTITION_FIELD, new StepArguments.PartitionField("bucket(8, id)"))
            .after(table -> table.updateSpec().addField(Expressions.bucket("id", 8)).commit()),
        of(StepKind.SWAP_NAMES, new StepArguments.SwapNames("fname", "first_name", "fname_old")),
        of(
            StepKind.DEPRECATE,
            new StepArguments.Deprecate("fname", "first_name", "use first_name")),
        of(StepKind.DROP_COLUMN, new StepArguments.DropColumn("fname")),
        of(StepKind.RENAME_COLUMN, new StepArguments.RenameColumn("fname", "given_name")),
        of(StepKind.DROP_TABLE, new StepArguments.DropTable()),
        of(StepKind.UPGRADE_FORMAT, new StepArguments.UpgradeFormat(2, 3)).leavesTraces(),
        of(StepKind.BACKFILL, new CopyColumn("fname", "first_name", null, "fail", false))
            .leavesTraces(),
        of(StepKind.SYNC, new CopyColumn("fname", "first_name", null, "fail", true))
            .leavesTraces());
  }

  @Override
  public String toString() {
    return kind.name();
  }
}
