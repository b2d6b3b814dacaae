package io.stillwater.planning.rules;

import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.planning.rules.iceberg.IcebergRules;
import java.util.Optional;

/** The rules of each format that can be planned. */
public final class Rulebook {
  private static final FormatRules ICEBERG = new IcebergRules();

  private Rulebook() {}

  public static Optional<FormatRules> of(TableFormat format) {
    return switch (format) {
      case ICEBERG -> Optional.of(ICEBERG);
      case DELTA, HUDI, HIVE -> Optional.empty();
    };
  }
}
