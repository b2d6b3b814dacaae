package io.stillwater.lakehouse.type;

import io.stillwater.lakehouse.type.LakeType.Decimal;
import io.stillwater.lakehouse.type.LakeType.Primitive;

/** Iceberg's rules, of its specification ("Schema Evolution") and of its Java library. */
final class IcebergPromotions {
  private IcebergPromotions() {}

  static Promotion promotion(int formatVersion, LakeType from, LakeType to) {
    if (from.equals(to)) {
      return Promotion.yes("the type stays what it is");
    }
    if (from == Primitive.INT && to == Primitive.BIGINT) {
      return Promotion.yes("Iceberg promotes int to bigint; readers widen old files");
    }
    if (from == Primitive.FLOAT && to == Primitive.DOUBLE) {
      return Promotion.yes("Iceberg promotes float to double; readers widen old files");
    }
    if (from instanceof Decimal narrow && to instanceof Decimal wide) {
      return decimal(narrow, wide);
    }
    if (from == Primitive.DATE && (to == Primitive.TIMESTAMP || to == Primitive.TIMESTAMP_NS)) {
      return date(formatVersion);
    }
    if (isText(from) && isText(to)) {
      return Promotion.yes("Iceberg stores both as string; the length is not kept");
    }
    if (isIntegral(from) && isIntegral(to) && stored(from).equals(stored(to))) {
      return Promotion.yes("Iceberg stores both as " + stored(from).text());
    }
    if (!isPrimitive(from) || !isPrimitive(to)) {
      return Promotion.no(
          "Iceberg changes the type of a struct, list or map field by field, not as a whole");
    }
    return Promotion.no(
        "Iceberg does not promote %s to %s; it knows int to bigint, float to double and a larger"
                .formatted(from.text(), to.text())
            + " decimal precision of the same scale");
  }

  private static Promotion decimal(Decimal narrow, Decimal wide) {
    if (narrow.scale() != wide.scale()) {
      return Promotion.no("Iceberg keeps a decimal's scale; only the precision may grow");
    }
    return wide.precision() > narrow.precision()
        ? Promotion.yes("Iceberg lets a decimal's precision grow at the same scale")
        : Promotion.no("Iceberg never lets a decimal's precision shrink");
  }

  /**
   * The specification has it from version 3, the Java library does not; and where another writer
   * did it, Java planning prunes files that match.
   */
  private static Promotion date(int formatVersion) {
    return formatVersion < 3
        ? Promotion.no("Iceberg promotes date to timestamp from format version 3 on only")
        : Promotion.no(
            "Iceberg's Java library does not promote date to timestamp, and would skip matching"
                + " files of a table where another writer did");
  }

  static Promotion storable(int formatVersion, LakeType type) {
    if (type instanceof LakeType.Struct struct) {
      return struct.fields().stream()
          .map(field -> storable(formatVersion, field.type()))
          .filter(storable -> !storable.allowed())
          .findFirst()
          .orElseGet(() -> Promotion.yes("Iceberg has structs"));
    }
    if (type instanceof LakeType.Array array) {
      return storable(formatVersion, array.element());
    }
    if (type instanceof LakeType.Map map) {
      Promotion key = storable(formatVersion, map.key());
      return key.allowed() ? storable(formatVersion, map.value()) : key;
    }
    boolean fromVersionThree =
        type == Primitive.TIMESTAMP_NS
            || type == Primitive.TIMESTAMPTZ_NS
            || type instanceof LakeType.Opaque;
    if (fromVersionThree && formatVersion < 3) {
      return Promotion.no("Iceberg has " + type.text() + " from format version 3 on only");
    }
    if (!stored(type).equals(type)) {
      return Promotion.yes("Iceberg stores " + type.text() + " as " + stored(type).text());
    }
    return Promotion.yes("Iceberg has " + type.text());
  }

  /** What Iceberg keeps of a type that it does not have. */
  static LakeType stored(LakeType type) {
    if (type instanceof LakeType.Varchar) {
      return Primitive.STRING;
    }
    return type == Primitive.TINYINT || type == Primitive.SMALLINT ? Primitive.INT : type;
  }

  private static boolean isPrimitive(LakeType type) {
    return !(type instanceof LakeType.Struct
        || type instanceof LakeType.Array
        || type instanceof LakeType.Map);
  }

  private static boolean isText(LakeType type) {
    return type == Primitive.STRING || type instanceof LakeType.Varchar;
  }

  private static boolean isIntegral(LakeType type) {
    return type == Primitive.TINYINT || type == Primitive.SMALLINT || type == Primitive.INT;
  }
}
