package io.stillwater.planning.formats;

import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.planning.formats.delta.DeltaPlanning;
import io.stillwater.planning.formats.iceberg.IcebergPlanning;
import java.util.Optional;

/** The formats that can be planned. */
public final class Formats {
  private static final FormatPlanning ICEBERG = new IcebergPlanning();
  private static final FormatPlanning DELTA = new DeltaPlanning();

  private Formats() {}

  public static Optional<FormatPlanning> of(TableFormat format) {
    return switch (format) {
      case ICEBERG -> Optional.of(ICEBERG);
      case DELTA -> Optional.of(DELTA);
      case HUDI, HIVE -> Optional.empty();
    };
  }
}
