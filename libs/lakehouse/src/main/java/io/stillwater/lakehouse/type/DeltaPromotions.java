package io.stillwater.lakehouse.type;

import io.stillwater.lakehouse.type.LakeType.Decimal;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.lakehouse.type.LakeType.Varchar;

/**
 * Delta's rules, of its protocol ("Type Widening") and of {@code TypeWidening.scala} in Delta 4.0
 * and later. What a table and its readers need for it, and what older libraries do, is not said
 * here.
 */
final class DeltaPromotions {
  /** Decimals that hold every int and every bigint, as Spark has them. */
  private static final Decimal OF_INT = new Decimal(10, 0);

  private static final Decimal OF_BIGINT = new Decimal(20, 0);

  private DeltaPromotions() {}

  static Promotion promotion(LakeType from, LakeType to) {
    if (from.equals(to)) {
      return Promotion.yes("the type stays what it is");
    }
    if (from instanceof Varchar shorter) {
      return text(shorter, to);
    }
    if (from instanceof Decimal narrow && to instanceof Decimal wide) {
      return LosslessCasts.lossless(narrow, wide)
          ? Promotion.yes("Delta lets a decimal grow before and behind the point")
          : Promotion.no("Delta widens a decimal only if no digit is lost on either side");
    }
    if (from instanceof Primitive primitive && allowed(primitive, to)) {
      return Promotion.yes("Delta widens " + from.text() + " to " + to.text());
    }
    if (!scalar(from) || !scalar(to)) {
      return Promotion.no(
          "Delta changes the type of a struct, list or map field by field, not as a whole");
    }
    return Promotion.no(
        "Delta does not widen %s to %s; it knows tinyint to smallint to int to bigint, float to"
                .formatted(from.text(), to.text())
            + " double, whole numbers to decimals that hold them, int to double, and date to"
            + " timestamp");
  }

  private static Promotion text(Varchar shorter, LakeType to) {
    boolean grows =
        to == Primitive.STRING
            || to instanceof Varchar longer && longer.length() >= shorter.length();
    return grows
        ? Promotion.yes("Delta stores both as string and checks the length when writing")
        : Promotion.no("Spark lets a varchar only grow, or become string");
  }

  private static boolean allowed(Primitive from, LakeType to) {
    if (Primitive.WHOLE.contains(from)) {
      return whole(from, to);
    }
    return from == Primitive.FLOAT && to == Primitive.DOUBLE
        || from == Primitive.DATE && to == Primitive.TIMESTAMP;
  }

  private static boolean whole(Primitive from, LakeType to) {
    if (to instanceof Decimal decimal) {
      return LosslessCasts.lossless(from == Primitive.BIGINT ? OF_BIGINT : OF_INT, decimal);
    }
    return to == Primitive.DOUBLE && from != Primitive.BIGINT
        || to instanceof Primitive wide
            && Primitive.WHOLE.indexOf(wide) > Primitive.WHOLE.indexOf(from);
  }

  /** Delta's primitive types are those of its protocol; a variant needs a table feature. */
  static Promotion storable(LakeType type) {
    if (type instanceof LakeType.Struct struct) {
      return struct.fields().stream()
          .map(field -> storable(field.type()))
          .filter(storable -> !storable.allowed())
          .findFirst()
          .orElseGet(() -> Promotion.yes("Delta has structs"));
    }
    if (type instanceof LakeType.Array array) {
      return storable(array.element());
    }
    if (type instanceof LakeType.Map map) {
      Promotion key = storable(map.key());
      return key.allowed() ? storable(map.value()) : key;
    }
    boolean known =
        type instanceof Decimal
            || type instanceof Varchar
            || type instanceof LakeType.Opaque opaque && opaque.text().equals("variant")
            || type instanceof Primitive primitive && stored(primitive);
    return known
        ? Promotion.yes("Delta has " + type.text())
        : Promotion.no("Delta has no " + type.text());
  }

  private static boolean stored(Primitive type) {
    return switch (type) {
      case TIME, TIMESTAMP_NS, TIMESTAMPTZ_NS, UUID -> false;
      default -> true;
    };
  }

  private static boolean scalar(LakeType type) {
    return type instanceof Primitive || type instanceof Decimal || type instanceof Varchar;
  }
}
