package io.stillwater.executor.steps.iceberg;

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
import org.apache.iceberg.BaseTable;

/** Takes a table out of its catalog. Its files stay, so that it can be registered again. */
@Singleton
public class DropTableStep implements StepHandler {
  private static final String METADATA = "metadataLocation";

  private final Lake lake;

  DropTableStep(Lake lake) {
    this.lake = lake;
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.DROP_TABLE);
  }

  @Override
  public Map<String, String> prepare(StepContext context) {
    BaseTable table = (BaseTable) lake.table(Stamps.table(context));
    return Map.of(METADATA, table.operations().current().metadataFileLocation());
  }

  @Override
  public Optional<Effect> observe(StepContext context) {
    return lake.find(Stamps.table(context)).isEmpty() ? Optional.of(gone()) : Optional.empty();
  }

  @Override
  public Effect act(StepContext context) {
    TableName name = Stamps.table(context);
    IcebergTableCatalog catalog = lake.catalog(name);
    catalog.icebergCatalog().dropTable(catalog.identifier(name), false);
    return gone();
  }

  @Override
  public Undone undo(StepContext context) {
    TableName name = Stamps.table(context);
    if (lake.find(name).isEmpty()) {
      IcebergTableCatalog catalog = lake.catalog(name);
      catalog
          .icebergCatalog()
          .registerTable(catalog.identifier(name), context.memory().get(METADATA));
    }
    return new Undone.TakenBack("in the catalog again, with the files it had");
  }

  private static Effect gone() {
    return Effect.of("out of the catalog; its files stay until they are removed by hand");
  }
}
