package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.TableName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.rest.RESTCatalog;

/**
 * Changes a table's metadata and writes the step's stamp in the same commit, so that after a crash
 * the table itself says whether the step was done.
 */
public final class StampedCommit {
  private static final int ATTEMPTS = 20;

  private final IcebergTableCatalog catalog;
  private final TableHandles handles;

  public StampedCommit(IcebergTableCatalog catalog) {
    this(catalog, new TableHandles());
  }

  /**
   * @param handles shared by those whose looks and commits follow each other
   */
  public StampedCommit(IcebergTableCatalog catalog, TableHandles handles) {
    this.catalog = catalog;
    this.handles = handles;
  }

  /**
   * Does nothing when the table carries the stamp. A commit that lost a race is made again from the
   * fresh metadata, so neither change is lost.
   *
   * @throws SchemaMovedException when another's schema change came first and the edit cannot be
   *     made on its schema
   * @throws TableEditException when the table does not allow the edit
   */
  public CommitOutcome apply(TableName table, StepStamp stamp, TableEdit edit) {
    return commit(
        table,
        metadata -> isStamped(metadata, stamp),
        edit.then(current -> withProperty(current, stamp)));
  }

  /** Like {@link #apply}, and refuses a table whose schema is another than the plan's. */
  public CommitOutcome applyPinned(TableName table, StepStamp stamp, int schemaId, TableEdit edit) {
    TableEdit pin =
        current -> {
          if (current.currentSchemaId() != schemaId) {
            throw new SchemaMovedException(
                "%s has schema %d, the plan was made for %d; plan anew"
                    .formatted(table, current.currentSchemaId(), schemaId));
          }
          return current;
        };
    return apply(table, stamp, pin.then(edit));
  }

  /** Takes a step back and its stamp with it; does nothing when the table carries none. */
  public CommitOutcome undo(TableName table, StepStamp stamp, TableEdit inverse) {
    return commit(
        table,
        metadata -> !isStamped(metadata, stamp),
        inverse.then(current -> TableProperties.without(current, stamp.property())));
  }

  /**
   * Removes all stamps of a deployment that has ended; does nothing when the table carries none.
   *
   * @param closing what else ends with it; sees the stamps, and goes into the same commit
   */
  public CommitOutcome clear(TableName table, String deploymentId, TableEdit closing) {
    return commit(
        table,
        metadata -> TableProperties.stampsOf(metadata, deploymentId).isEmpty(),
        closing.then(
            current ->
                TableProperties.without(
                    current,
                    TableProperties.stampsOf(current, deploymentId).toArray(String[]::new))));
  }

  /** Whether the catalog shows the stamp: it is asked anew, whatever was seen before. */
  public boolean shows(TableName table, StepStamp stamp) {
    Optional<TableOperations> kept = take(table);
    TableOperations operations = kept.orElseGet(() -> load(table));
    TableMetadata now = kept.isPresent() ? operations.refresh() : operations.current();
    handles.keep(table, operations);
    return isStamped(now, stamp);
  }

  public static boolean isStamped(Table table, StepStamp stamp) {
    return stamp.deploymentId().equals(table.properties().get(stamp.property()));
  }

  public static boolean isStamped(TableMetadata metadata, StepStamp stamp) {
    return stamp.deploymentId().equals(metadata.properties().get(stamp.property()));
  }

  private static TableMetadata withProperty(TableMetadata current, StepStamp stamp) {
    return TableMetadata.buildFrom(current)
        .setProperties(Map.of(stamp.property(), stamp.deploymentId()))
        .build();
  }

  private CommitOutcome commit(TableName name, Predicate<TableMetadata> done, TableEdit edit) {
    Optional<TableOperations> kept = take(name);
    TableOperations operations = kept.orElseGet(() -> load(name));
    CommitOutcome outcome =
        kept.flatMap(handle -> onWhatIsKnown(name, handle, done, edit))
            .orElseGet(() -> onWhatIsThere(name, operations, done, edit));
    handles.keep(name, operations);
    return outcome;
  }

  /** Empty, with the handle looking anew, where the table may have moved since it was seen. */
  private Optional<CommitOutcome> onWhatIsKnown(
      TableName name, TableOperations operations, Predicate<TableMetadata> done, TableEdit edit) {
    TableMetadata base = operations.current();
    try {
      if (!done.test(base)) {
        TableMetadata changed = edit.apply(base);
        write(name, operations, base, changed, edit);
        return Optional.of(outcome(true, base, changed));
      }
    } catch (TableEditException | CommitFailedException | CommitStateUnknownException e) {
      // Made again on what is there, or refused there.
    }
    operations.refresh();
    return Optional.empty();
  }

  private CommitOutcome onWhatIsThere(
      TableName name, TableOperations operations, Predicate<TableMetadata> done, TableEdit edit) {
    Integer firstSchemaId = null;
    for (int attempt = 1; ; attempt++) {
      TableMetadata base = attempt == 1 ? operations.current() : operations.refresh();
      if (done.test(base)) {
        return outcome(false, base, base);
      }
      if (firstSchemaId == null) {
        firstSchemaId = base.currentSchemaId();
      }
      TableMetadata changed = edited(name, edit, base, firstSchemaId);
      try {
        write(name, operations, base, changed, edit);
        return outcome(true, base, changed);
      } catch (CommitFailedException | CommitStateUnknownException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  private void write(
      TableName name,
      TableOperations operations,
      TableMetadata base,
      TableMetadata changed,
      TableEdit edit) {
    if (edit.restsOnSnapshot() && catalog.icebergCatalog() instanceof RESTCatalog rest) {
      rest.commitTransaction(GuardedCommit.of(catalog.identifier(name), base, changed));
    } else {
      operations.commit(base, changed);
    }
  }

  /**
   * None of a REST catalog, which holds a commit against parts of the metadata only: there a change
   * has to rest on a fresh look.
   */
  private Optional<TableOperations> take(TableName table) {
    return catalog.icebergCatalog() instanceof RESTCatalog ? Optional.empty() : handles.take(table);
  }

  private TableOperations load(TableName table) {
    return IcebergTables.operations(catalog.load(table));
  }

  /** Others that lost the same race must not meet again at once. */
  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(10L * attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted between two attempts of a commit", e);
    }
  }

  private static TableMetadata edited(
      TableName name, TableEdit edit, TableMetadata base, int firstSchemaId) {
    try {
      return edit.apply(base);
    } catch (SchemaMovedException e) {
      throw e;
    } catch (TableEditException e) {
      if (base.currentSchemaId() == firstSchemaId) {
        throw e;
      }
      throw new SchemaMovedException(
          "The schema of %s was changed from %d to %d meanwhile: %s"
              .formatted(name, firstSchemaId, base.currentSchemaId(), e.getMessage()),
          e);
    }
  }

  private static CommitOutcome outcome(boolean applied, TableMetadata before, TableMetadata after) {
    Long snapshotId = after.currentSnapshot() == null ? null : after.currentSnapshot().snapshotId();
    return new CommitOutcome(
        applied, before.currentSchemaId(), after.currentSchemaId(), snapshotId);
  }
}
