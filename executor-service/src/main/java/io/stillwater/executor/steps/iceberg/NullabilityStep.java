package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.SetNullability;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.TableEdit;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.exceptions.CommitFailedException;

/**
 * Between optional and required. Required is only made where the snapshot that is current at the
 * commit was proven to hold no NULL: data that come in meanwhile are proven too.
 */
abstract class NullabilityStep extends MetadataStep {
  private static final String NULLABLE_BEFORE = "nullableBefore";
  private static final int ROUNDS = 20;

  private final NullProof proof;

  NullabilityStep(Lake lake, NullProof proof) {
    super(lake);
    this.proof = proof;
  }

  static ColumnPath column(StepContext context) {
    return ColumnPath.parse(context.arguments(SetNullability.class).column());
  }

  @Override
  protected Map<String, String> before(StepContext context, Table table) {
    boolean optional = Columns.require(table.schema(), column(context)).isOptional();
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
    for (int round = 1; ; round++) {
      Table table = lake().table(Stamps.table(context));
      long nulls = proof.nulls(Stamps.table(context), table, column(context));
      if (nulls > 0) {
        return nulls;
      }
      Snapshot proven = table.currentSnapshot();
      try {
        change.commit(current -> unmoved(current, proven));
        return 0;
      } catch (SnapshotMovedException e) {
        if (round == ROUNDS) {
          throw new CommitFailedException(e, "%s is written to all the time", table.name());
        }
      }
    }
  }

  /** Commits, guarding its edit by the one given. */
  @FunctionalInterface
  interface ProvenChange {
    void commit(TableEdit guard);
  }

  private static TableMetadata unmoved(TableMetadata current, Snapshot proven) {
    Snapshot now = current.currentSnapshot();
    boolean same =
        now == null
            ? proven == null
            : proven != null && Objects.equals(now.snapshotId(), proven.snapshotId());
    if (!same) {
      throw new SnapshotMovedException();
    }
    return current;
  }

  static TableEdit required(StepContext context) {
    return SchemaEdits.setNotNull(column(context));
  }

  static TableEdit optional(StepContext context) {
    return SchemaEdits.setNullable(column(context));
  }
}
