package io.stillwater.lakehouse.iceberg;

import java.util.function.Consumer;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;

/**
 * A change of a table's metadata as a pure function of what they are now, so that it can be done
 * again on fresh metadata when another commit came first.
 */
@FunctionalInterface
public interface TableEdit {

  /**
   * @throws TableEditException when the metadata do not allow the edit
   */
  TableMetadata apply(TableMetadata current);

  /**
   * Whether the edit is right only while nobody commits data beside it. A REST catalog takes a
   * change of schema and an append at once unless it is told so.
   */
  default boolean restsOnSnapshot() {
    return false;
  }

  default TableEdit then(TableEdit next) {
    return new TableEditChain(this, next);
  }

  /** An edit by the library's own updates, each of which the action commits to the table given. */
  static TableEdit of(Consumer<Table> action) {
    return current -> MetadataWorkbench.edit(current, action);
  }

  static TableEdit none() {
    return current -> current;
  }
}
