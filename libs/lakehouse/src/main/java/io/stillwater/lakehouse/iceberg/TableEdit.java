package io.stillwater.lakehouse.iceberg;

import java.util.Objects;
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

  default TableEdit then(TableEdit next) {
    Objects.requireNonNull(next, "next");
    return current -> next.apply(apply(current));
  }

  /** An edit by the library's own updates, each of which the action commits to the table given. */
  static TableEdit of(Consumer<Table> action) {
    return current -> MetadataWorkbench.edit(current, action);
  }

  static TableEdit none() {
    return current -> current;
  }
}
