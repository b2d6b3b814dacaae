package io.stillwater.lakehouse.type;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.table.TableFormat;

/** Which type may become which. */
public final class TypeLattice {
  private TypeLattice() {}

  /**
   * Whether the format changes {@code from} into {@code to} as metadata alone, and by which rule.
   */
  public static Promotion promotion(
      TableFormat format, int formatVersion, LakeType from, LakeType to) {
    return switch (format) {
      case ICEBERG -> IcebergPromotions.promotion(formatVersion, from, to);
      case DELTA -> DeltaPromotions.promotion(from, to);
      case HUDI -> HudiPromotions.promotion(from, to);
      case HIVE -> HivePromotions.promotion(from, to);
    };
  }

  /**
   * Whether a Hive metastore takes a column of one type for one of the other, as it does place by
   * place in every change of a table's columns; values may be lost.
   */
  public static boolean metastoreCompatible(LakeType from, LakeType to) {
    return HivePromotions.compatible(from, to);
  }

  /** Whether the format has a type for this one. */
  public static Promotion storable(TableFormat format, int formatVersion, LakeType type) {
    return switch (format) {
      case ICEBERG -> IcebergPromotions.storable(formatVersion, type);
      case DELTA -> DeltaPromotions.storable(type);
      case HUDI -> HudiPromotions.storable(type);
      case HIVE -> HivePromotions.storable(type);
    };
  }

  /** Whether every value of {@code from} is, unchanged, a value of {@code to}. */
  public static boolean lossless(LakeType from, LakeType to) {
    return LosslessCasts.lossless(from, to);
  }

  /** Whether some values of {@code from} can be cast to {@code to}, to be proven per value. */
  public static boolean castable(LakeType from, LakeType to) {
    return LosslessCasts.castable(from, to);
  }

  /**
   * An SQL condition that is true for values of {@code expression} that survive the cast to {@code
   * to} unchanged, and for NULL; never NULL itself.
   *
   * @param expression SQL already quoted, e.g. of {@code ColumnPath.render}
   */
  public static String fits(String expression, LakeType from, LakeType to, Dialect dialect) {
    return FitCondition.fits(expression, from, to, dialect);
  }
}
