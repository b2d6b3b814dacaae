package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.layout.PartitionTransform.Kind;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;

/** Which transform takes which type (Iceberg specification, "Partition Transforms"). */
final class Transforms {
  private Transforms() {}

  static boolean applies(Kind kind, LakeType type) {
    return switch (kind) {
      case IDENTITY -> isPrimitive(type);
      case YEAR, MONTH, DAY -> type == Primitive.DATE || isTimestamp(type);
      case HOUR -> isTimestamp(type);
      case BUCKET -> buckets(type);
      case TRUNCATE -> truncates(type);
      case VOID -> true;
    };
  }

  private static boolean buckets(LakeType type) {
    return isWhole(type)
        || type instanceof LakeType.Decimal
        || type instanceof LakeType.Varchar
        || type instanceof LakeType.Fixed
        || isTimestamp(type)
        || type == Primitive.DATE
        || type == Primitive.TIME
        || type == Primitive.STRING
        || type == Primitive.UUID
        || type == Primitive.BINARY;
  }

  private static boolean truncates(LakeType type) {
    return isWhole(type)
        || type instanceof LakeType.Decimal
        || type instanceof LakeType.Varchar
        || type == Primitive.STRING
        || type == Primitive.BINARY;
  }

  private static boolean isWhole(LakeType type) {
    return type == Primitive.INT
        || type == Primitive.BIGINT
        || type == Primitive.SMALLINT
        || type == Primitive.TINYINT;
  }

  private static boolean isTimestamp(LakeType type) {
    return type == Primitive.TIMESTAMP
        || type == Primitive.TIMESTAMPTZ
        || type == Primitive.TIMESTAMP_NS
        || type == Primitive.TIMESTAMPTZ_NS;
  }

  private static boolean isPrimitive(LakeType type) {
    return type instanceof Primitive
        || type instanceof LakeType.Decimal
        || type instanceof LakeType.Varchar
        || type instanceof LakeType.Fixed;
  }
}
