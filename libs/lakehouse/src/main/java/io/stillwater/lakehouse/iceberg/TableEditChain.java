package io.stillwater.lakehouse.iceberg;

import java.util.Objects;
import org.apache.iceberg.TableMetadata;

/** One edit after another, as one. */
record TableEditChain(TableEdit first, TableEdit next) implements TableEdit {
  TableEditChain {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(next, "next");
  }

  @Override
  public TableMetadata apply(TableMetadata current) {
    return next.apply(first.apply(current));
  }

  @Override
  public boolean restsOnSnapshot() {
    return first.restsOnSnapshot() || next.restsOnSnapshot();
  }
}
