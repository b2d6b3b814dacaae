package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepArguments.WidenType;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.iceberg.ExactUndo;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.TableEdit;
import io.stillwater.lakehouse.type.TypeParser;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.iceberg.Table;

/**
 * Promotes a type. Contract, section 5, "Undo of a type promotion": it narrows again only while no
 * data has been committed since; after that the column stays wide and is listed as kept.
 */
@Singleton
public class WidenTypeStep extends MetadataStep {
  private static final String TYPE_BEFORE = "typeBefore";

  WidenTypeStep(Lake lake) {
    super(lake);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.WIDEN_TYPE);
  }

  @Override
  public TableEdit edit(StepContext context) {
    WidenType widen = context.arguments(StepArguments.WidenType.class);
    return SchemaEdits.widen(ColumnPath.parse(widen.column()), TypeParser.parse(widen.to()));
  }

  @Override
  protected Map<String, String> before(StepContext context, Supplier<Table> table) {
    ColumnPath path = ColumnPath.parse(context.arguments(WidenType.class).column());
    return Map.of(
        TYPE_BEFORE,
        IcebergTypes.toLake(Columns.require(table.get().schema(), path).type()).text());
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    ColumnPath path = ColumnPath.parse(context.arguments(WidenType.class).column());
    return ExactUndo.unpromote(path, TypeParser.parse(context.memory().get(TYPE_BEFORE)));
  }
}
