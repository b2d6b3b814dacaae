package io.stillwater.lakehouse.type;

import io.stillwater.lakehouse.type.LakeType.Decimal;
import io.stillwater.lakehouse.type.LakeType.Primitive;

/**
 * Hudi's rules with schema on read ({@code SchemaChangeUtils.isTypeUpdateAllow}, the same in 0.14
 * to 1.2), less what it permits although values are lost.
 */
final class HudiPromotions {
  private HudiPromotions() {}

  static Promotion promotion(LakeType from, LakeType to) {
    LakeType old = stored(from);
    LakeType wide = stored(to);
    if (old.equals(wide)) {
      return Promotion.yes("Hudi stores both as " + old.text());
    }
    if (NestedTypes.nested(old) || NestedTypes.nested(wide)) {
      return Promotion.no("Hudi changes the type of a struct, array or map field by field");
    }
    if (!permitted(old, wide)) {
      return Promotion.no("Hudi does not change " + from.text() + " to " + to.text());
    }
    return keepsValues(old, wide)
        ? Promotion.yes("Hudi changes " + from.text() + " to " + to.text())
        : Promotion.no(
            "Hudi permits %s to %s, although not every value survives it"
                .formatted(from.text(), to.text()));
  }

  private static boolean permitted(LakeType from, LakeType to) {
    if (from instanceof Decimal) {
      return to instanceof Decimal || to == Primitive.STRING;
    }
    return from instanceof Primitive primitive
        && switch (primitive) {
          case INT -> to == Primitive.BIGINT || to == Primitive.FLOAT || fromLong(to);
          case BIGINT -> to == Primitive.FLOAT || fromLong(to);
          case FLOAT -> fromLong(to);
          case DOUBLE -> to == Primitive.STRING || to instanceof Decimal;
          case DATE, BINARY -> to == Primitive.STRING;
          case STRING -> to == Primitive.DATE || to == Primitive.BINARY || to instanceof Decimal;
          default -> false;
        };
  }

  private static boolean fromLong(LakeType to) {
    return to == Primitive.DOUBLE || to == Primitive.STRING || to instanceof Decimal;
  }

  /** As text every value can be told from every other, but for bytes that are no UTF-8. */
  private static boolean keepsValues(LakeType from, LakeType to) {
    return to == Primitive.STRING ? from != Primitive.BINARY : TypeLattice.lossless(from, to);
  }

  static Promotion storable(LakeType type) {
    return NestedTypes.find(type, SparkTypes::missing)
        .map(missing -> Promotion.no("Hudi's Spark writers have no " + missing.text()))
        .orElseGet(() -> Promotion.yes("Hudi has " + type.text()));
  }

  /**
   * Spark's small whole numbers are int, its varchar is string ({@code
   * SparkInternalSchemaConverter}).
   */
  private static LakeType stored(LakeType type) {
    if (type instanceof LakeType.Varchar) {
      return Primitive.STRING;
    }
    return type == Primitive.TINYINT || type == Primitive.SMALLINT ? Primitive.INT : type;
  }
}
