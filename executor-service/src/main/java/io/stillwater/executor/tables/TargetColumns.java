package io.stillwater.executor.tables;

import io.stillwater.events.check.CheckRequested;
import io.stillwater.events.plan.Pin;
import io.stillwater.events.plan.Plan;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandlers;
import io.stillwater.executor.steps.iceberg.MetadataStep;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;

/**
 * The columns that the plan's tables end with: its edits made, in memory, on what it was made for.
 */
@ApplicationScoped
public class TargetColumns {
  private final Lake lake;
  private final StepHandlers handlers;

  TargetColumns(Lake lake, StepHandlers handlers) {
    this.lake = lake;
    this.handlers = handlers;
  }

  /** Per table; a table whose planned schema is not known any more is left out. */
  public Map<String, List<CheckRequested.Column>> of(Plan plan) {
    Map<String, List<CheckRequested.Column>> columns = new HashMap<>();
    for (Pin pin : plan.pinned()) {
      lake.find(TableName.parse(pin.table()))
          .flatMap(table -> planned(table, pin))
          .map(metadata -> edited(metadata, plan, pin.table()))
          .ifPresent(metadata -> columns.put(pin.table(), columns(metadata.schema())));
    }
    return columns;
  }

  private static Optional<TableMetadata> planned(Table table, Pin pin) {
    TableMetadata now = ((BaseTable) table).operations().current();
    Schema then = pin.schemaId() == null ? null : now.schemasById().get(pin.schemaId());
    return Optional.ofNullable(then)
        .map(schema -> TableMetadata.buildFrom(now).setCurrentSchema(schema.schemaId()).build());
  }

  private TableMetadata edited(TableMetadata planned, Plan plan, String table) {
    TableMetadata metadata = planned;
    for (var step : plan.steps().filter(step -> table.equals(step.target())).toList()) {
      if (handlers.of(step.kind()) instanceof MetadataStep edit && edit.changesColumns()) {
        metadata = edit.edit(new StepContext(plan, step, Map.of())).apply(metadata);
      }
    }
    return metadata;
  }

  private static List<CheckRequested.Column> columns(Schema schema) {
    return schema.columns().stream()
        .map(
            field ->
                new CheckRequested.Column(
                    field.name(), IcebergTypes.toLake(field.type()).text(), field.isOptional()))
        .toList();
  }
}
