package io.stillwater.planning.release;

import io.stillwater.lakehouse.TableName;
import java.util.List;

/** All that a release changes on one table. */
public record TableChanges(TableName table, List<RequestedChange> changes) {
  public TableChanges {
    changes = List.copyOf(changes);
  }
}
