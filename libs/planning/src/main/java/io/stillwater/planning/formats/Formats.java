package io.stillwater.planning.formats;

import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.planning.formats.delta.DeltaPlanning;
import io.stillwater.planning.formats.hive.HivePlanning;
import io.stillwater.planning.formats.hudi.HudiPlanning;
import io.stillwater.planning.formats.iceberg.IcebergPlanning;

/** How each format is planned. */
public final class Formats {
  private static final FormatPlanning ICEBERG = new IcebergPlanning();
  private static final FormatPlanning DELTA = new DeltaPlanning();
  private static final FormatPlanning HUDI = new HudiPlanning();
  private static final FormatPlanning HIVE = new HivePlanning();

  private Formats() {}

  public static FormatPlanning of(TableFormat format) {
    return switch (format) {
      case ICEBERG -> ICEBERG;
      case DELTA -> DELTA;
      case HUDI -> HUDI;
      case HIVE -> HIVE;
    };
  }
}
