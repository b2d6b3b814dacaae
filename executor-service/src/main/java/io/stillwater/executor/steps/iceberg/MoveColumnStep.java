package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.MoveColumn;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.iceberg.ColumnPosition;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.TableEdit;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;

/** Puts a column elsewhere among its siblings. */
@Singleton
public class MoveColumnStep extends MetadataStep {
  private static final String AFTER_BEFORE = "afterBefore";

  MoveColumnStep(Lake lake) {
    super(lake);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.MOVE_COLUMN);
  }

  @Override
  public TableEdit edit(StepContext context) {
    MoveColumn move = context.arguments(MoveColumn.class);
    return SchemaEdits.move(ColumnPath.parse(move.column()), Columns.position(move.position()));
  }

  /** The sibling it stood after; none where it was the first. */
  @Override
  protected Map<String, String> before(StepContext context, Supplier<Table> table) {
    ColumnPath path = ColumnPath.parse(context.arguments(MoveColumn.class).column());
    Table now = table.get();
    Columns.require(now.schema(), path);
    List<String> siblings = siblings(now, path).stream().map(Types.NestedField::name).toList();
    int place = siblings.indexOf(path.leaf());
    return place == 0 ? Map.of() : Map.of(AFTER_BEFORE, siblings.get(place - 1));
  }

  private static List<Types.NestedField> siblings(Table table, ColumnPath path) {
    return path.parent()
        .map(parent -> table.schema().findType(IcebergTypes.name(parent)).asStructType().fields())
        .orElseGet(() -> table.schema().columns());
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    ColumnPath path = ColumnPath.parse(context.arguments(MoveColumn.class).column());
    String after = context.memory().get(AFTER_BEFORE);
    return SchemaEdits.move(path, ColumnPosition.of(after == null, after));
  }
}
