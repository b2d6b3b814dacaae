package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.TableOperations;

/**
 * Tables between two commits, so that the look after one is the load before the next: reading a
 * table's metadata takes about a third of the time of a commit. What a handle shows may be old;
 * whoever commits on it must be ready to look again. A handle has one owner at a time, who takes it
 * out and puts it back. Thread-safe.
 */
public final class TableHandles {
  /** The metadata of a table with a long history take megabytes. */
  private static final int MOST = 4;

  private final Map<TableName, TableOperations> handles = new LinkedHashMap<>();

  synchronized Optional<TableOperations> take(TableName table) {
    return Optional.ofNullable(handles.remove(table));
  }

  synchronized void keep(TableName table, TableOperations operations) {
    handles.put(table, operations);
    if (handles.size() > MOST) {
      handles.remove(handles.keySet().iterator().next());
    }
  }
}
