package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.SetNullability;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.TableEdit;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/**
 * Between optional and required. Required is only made where the snapshot that is current at the
 * commit was proven to hold no NULL: data that come in meanwhile are proven too.
 */
abstract class NullabilityStep extends MetadataStep {
  private static final String NULLABLE_BEFORE = "nullableBefore";

  private final NullProof proof;

  NullabilityStep(Lake lake, NullProof proof) {
    super(lake);
    this.proof = proof;
  }

  static ColumnPath column(StepContext context) {
    return ColumnPath.parse(context.arguments(SetNullability.class).column());
  }

  @Override
  protected Map<String, String> before(StepContext context, Supplier<Table> table) {
    boolean optional = Columns.require(table.get().schema(), column(context)).isOptional();
    return Map.of(NULLABLE_BEFORE, Boolean.toString(optional));
  }

  static boolean nullableBefore(StepContext context) {
    return Boolean.parseBoolean(context.memory().get(NULLABLE_BEFORE));
  }

  /**
   * Makes a change that rests on there being no NULL.
   *
   * @return the number of rows with NULL, for which nothing was changed; 0 when it was made
   */
  long whereNoNull(StepContext context, ProvenChange change) {
    TableName name = Stamps.table(context);
    return UnmovedData.lookAndCommit(
        name,
        () -> {
          Table table = lake().table(name);
          long nulls = proof.nulls(name, table, column(context));
          if (nulls == 0) {
            Snapshot proven = table.currentSnapshot();
            change.commit(new UnmovedData(proven == null ? null : proven.snapshotId()));
          }
          return nulls;
        });
  }

  /** Commits, guarding its edit by the one given. */
  @FunctionalInterface
  interface ProvenChange {
    void commit(TableEdit guard);
  }

  static TableEdit required(StepContext context) {
    return SchemaEdits.setNotNull(column(context));
  }

  static TableEdit optional(StepContext context) {
    return SchemaEdits.setNullable(column(context));
  }
}
