package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.CreateTable;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.ImpossibleStepException;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandler;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import io.stillwater.lakehouse.iceberg.StampedCommit;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.exceptions.AlreadyExistsException;

/**
 * Creates a table, marked from its first metadata on; taken back while nobody has written to it.
 */
@Singleton
public class CreateTableStep implements StepHandler {
  private final Lake lake;

  CreateTableStep(Lake lake) {
    this.lake = lake;
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.CREATE_TABLE);
  }

  @Override
  public Optional<Effect> observe(StepContext context) {
    return lake.find(Stamps.table(context))
        .filter(table -> StampedCommit.isStamped(table, Stamps.of(context)))
        .map(table -> Effect.of("found, from an attempt before"));
  }

  @Override
  public Effect act(StepContext context) {
    CreateTable create = context.arguments(CreateTable.class);
    TableName name = Stamps.table(context);
    IcebergTableCatalog catalog = lake.catalog(name);
    Map<String, String> properties = new HashMap<>(NewTable.formatFor(create));
    properties.put(Stamps.of(context).property(), context.deploymentId());
    TableMetadata table = NewTable.of(create, properties);
    try {
      createNamespace(catalog, catalog.identifier(name).namespace());
      catalog
          .icebergCatalog()
          .createTable(catalog.identifier(name), table.schema(), table.spec(), null, properties);
    } catch (AlreadyExistsException e) {
      throw new ImpossibleStepException(
          "Table " + name + " exists already, made by somebody else: " + e.getMessage());
    }
    return Effect.of("created with %d column(s)".formatted(table.schema().columns().size()));
  }

  private static void createNamespace(IcebergTableCatalog catalog, Namespace namespace) {
    if (catalog.icebergCatalog() instanceof SupportsNamespaces namespaces
        && !namespaces.namespaceExists(namespace)) {
      namespaces.createNamespace(namespace);
    }
  }

  @Override
  public Undone undo(StepContext context) {
    TableName name = Stamps.table(context);
    Optional<Table> table = lake.find(name);
    if (table.isPresent() && table.get().currentSnapshot() != null) {
      return new Undone.Kept("data has been written to " + name + "; drop it by hand");
    }
    IcebergTableCatalog catalog = lake.catalog(name);
    catalog.icebergCatalog().dropTable(catalog.identifier(name), false);
    return new Undone.TakenBack("dropped, it was empty");
  }
}
