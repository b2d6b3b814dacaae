package io.stillwater.executor.steps.iceberg;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.TableEdit;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.exceptions.CommitFailedException;

/**
 * Stands before an edit that rests on what was read in a snapshot: where data came in since, the
 * look and the edit are made again.
 *
 * @param snapshotId what was read; null for a table without data
 */
record UnmovedData(Long snapshotId) implements TableEdit {
  private static final int ROUNDS = 20;

  @Override
  public TableMetadata apply(TableMetadata current) {
    Long now = current.currentSnapshot() == null ? null : current.currentSnapshot().snapshotId();
    if (!Objects.equals(now, snapshotId)) {
      throw new SnapshotMovedException();
    }
    return current;
  }

  @Override
  public boolean restsOnSnapshot() {
    return true;
  }

  /**
   * @param round looks at the table as it is now and commits an edit that this one guards
   * @throws CommitFailedException when the table is written to all the time
   */
  static <T> T lookAndCommit(TableName table, Supplier<T> round) {
    for (int number = 1; ; number++) {
      try {
        return round.get();
      } catch (SnapshotMovedException e) {
        if (number == ROUNDS) {
          throw new CommitFailedException(e, "%s is written to all the time", table);
        }
      }
    }
  }
}
