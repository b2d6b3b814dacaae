package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.RenameTable;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandler;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Renames a table in its catalog, which knows it by its uuid: no mark is needed. */
@Singleton
public class RenameTableStep implements StepHandler {
  private static final String UUID = "uuid";

  private final Lake lake;

  RenameTableStep(Lake lake) {
    this.lake = lake;
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.RENAME_TABLE);
  }

  @Override
  public Map<String, String> prepare(StepContext context) {
    return Map.of(UUID, lake.table(Stamps.table(context)).uuid().toString());
  }

  @Override
  public Optional<Effect> observe(StepContext context) {
    return is(to(context), context) ? Optional.of(renamed(to(context))) : Optional.empty();
  }

  @Override
  public Effect act(StepContext context) {
    rename(Stamps.table(context), to(context));
    return renamed(to(context));
  }

  @Override
  public Undone undo(StepContext context) {
    if (!is(Stamps.table(context), context)) {
      rename(to(context), Stamps.table(context));
    }
    return new Undone.TakenBack("its name is " + Stamps.table(context) + " again");
  }

  private boolean is(TableName name, StepContext context) {
    return lake.find(name)
        .filter(table -> table.uuid().toString().equals(context.memory().get(UUID)))
        .isPresent();
  }

  private void rename(TableName from, TableName to) {
    IcebergTableCatalog catalog = lake.catalog(from);
    catalog.icebergCatalog().renameTable(catalog.identifier(from), catalog.identifier(to));
  }

  private static Effect renamed(TableName to) {
    return Effect.of("its name is " + to);
  }

  /** A bare name stays in the schema. */
  private static TableName to(StepContext context) {
    String to = context.arguments(RenameTable.class).to();
    return to.contains(".") ? TableName.parse(to) : Stamps.table(context).withName(to);
  }
}
