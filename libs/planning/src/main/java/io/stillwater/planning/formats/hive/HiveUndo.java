package io.stillwater.planning.formats.hive;

import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.Undo;
import io.stillwater.events.plan.UndoKind;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;

/** Hive keeps no versions: a step goes back by the opposite statement, where there is one. */
final class HiveUndo {
  private static final String STAYS = "the change stays";

  private HiveUndo() {}

  static Undo of(StepDraft draft, TableModel table) {
    HiveTable hive = new HiveTable(table);
    return switch (draft.kind()) {
      case ADD_COLUMN -> added(draft);
      case WIDEN_TYPE -> widened(draft, table, hive);
      case SET_NULLABLE, SET_DEFAULT -> Undos.forwardFix(STAYS);
      case DROP_COLUMN -> dropped(draft, table);
      case DROP_TABLE ->
          hive.filesGo()
              ? Undos.NOTHING
              : Undos.forwardFix("the files are removed; a table may be laid over them again");
      default -> Undos.byOpposite(draft);
    };
  }

  /** A field inside a column does not go again: Hive takes no shorter type back. */
  private static Undo added(StepDraft draft) {
    boolean nested =
        draft.arguments() instanceof StepArguments.AddColumn add
            && ColumnPath.parse(add.column().name()).nested();
    return nested ? Undos.forwardFix(STAYS) : Undos.as(UndoKind.INVERSE, draft.undo());
  }

  /** The metastore that checks types takes no narrower one back. */
  private static Undo widened(StepDraft draft, TableModel table, HiveTable hive) {
    if (hive.metastoreChecks() || !(draft.arguments() instanceof StepArguments.WidenType widen)) {
      return Undos.forwardFix("the column stays wide");
    }
    ColumnPath path = ColumnPath.parse(widen.column());
    return new Undo(
        UndoKind.INVERSE,
        new HiveSql(table).changeType(path, LakeType.parse(widen.from())).byEngine(),
        Undos.NEXT_DATA_COMMIT);
  }

  /** Added again, at the end, it finds its values in the files by name or by its last place. */
  private static Undo dropped(StepDraft draft, TableModel table) {
    if (!(draft.arguments() instanceof StepArguments.DropColumn drop)) {
      return draft.undo();
    }
    ColumnPath path = ColumnPath.parse(drop.column());
    Column column = table.find(path).orElseThrow().column();
    Change.AddColumn again =
        new Change.AddColumn(path, column.type(), true, null, column.comment(), null);
    return new Undo(
        UndoKind.INVERSE,
        new HiveSql(table).addColumn(again).byEngine(),
        "files are rewritten; rows written meanwhile read NULL");
  }
}
