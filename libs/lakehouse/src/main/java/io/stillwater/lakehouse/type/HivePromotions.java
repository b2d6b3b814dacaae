package io.stillwater.lakehouse.type;

import io.stillwater.lakehouse.type.LakeType.Decimal;
import io.stillwater.lakehouse.type.LakeType.Primitive;

/**
 * What a Hive metastore lets a column's type become ({@code ColumnType.areColTypesCompatible}),
 * less what it permits although values are lost. Whether files are read so is another matter.
 */
final class HivePromotions {
  private HivePromotions() {}

  static Promotion promotion(LakeType from, LakeType to) {
    if (from.equals(to)) {
      return Promotion.yes("the type stays what it is");
    }
    if (NestedTypes.nested(from) || NestedTypes.nested(to)) {
      return Promotion.no("a struct, array or map is changed as a whole type only");
    }
    if (!compatible(from, to)) {
      return Promotion.no(
          "the metastore takes %s to %s for an incompatible change"
              .formatted(from.text(), to.text()));
    }
    return TypeLattice.lossless(from, to) || to == Primitive.STRING
        ? Promotion.yes("the metastore lets " + from.text() + " become " + to.text())
        : Promotion.no(
            "the metastore permits %s to %s, although not every value survives it"
                .formatted(from.text(), to.text()));
  }

  /** By the types' names alone: every struct is like every other, and so is every decimal. */
  static boolean compatible(LakeType from, LakeType to) {
    if (from.equals(to) || from.getClass().equals(to.getClass()) && !(from instanceof Primitive)) {
      return true;
    }
    if (rank(from) > 0 && rank(to) > 0) {
      return rank(from) < rank(to);
    }
    if (timestamp(from) && timestamp(to)) {
      return true;
    }
    boolean dated = from == Primitive.DATE || timestamp(from);
    return LosslessCasts.isText(to) && (LosslessCasts.isText(from) || dated || rank(from) > 0);
  }

  private static boolean timestamp(LakeType type) {
    return type == Primitive.TIMESTAMP || type == Primitive.TIMESTAMPTZ;
  }

  /** {@code ColumnType.NumericCastOrder}; 0 for what is no number. */
  private static int rank(LakeType type) {
    if (type instanceof Decimal) {
      return 5;
    }
    return type == Primitive.FLOAT
        ? 6
        : type == Primitive.DOUBLE ? 7 : Primitive.WHOLE.indexOf(type) + 1;
  }

  static Promotion storable(LakeType type) {
    return NestedTypes.find(type, HivePromotions::missing)
        .map(missing -> Promotion.no("Hive has no " + missing.text()))
        .orElseGet(() -> Promotion.yes("Hive has " + type.text()));
  }

  private static boolean missing(LakeType type) {
    return SparkTypes.missing(type)
        || type instanceof LakeType.Varchar varchar && varchar.length() > 65_535;
  }
}
