package io.stillwater.lakehouse.type;

import io.stillwater.lakehouse.type.LakeType.Primitive;

/** Types of Spark SQL, which are those of Hive in all that both lack. */
final class SparkTypes {
  private SparkTypes() {}

  static boolean missing(LakeType type) {
    return type == Primitive.TIME
        || type == Primitive.UUID
        || type == Primitive.TIMESTAMP_NS
        || type == Primitive.TIMESTAMPTZ_NS
        || type instanceof LakeType.Fixed
        || type instanceof LakeType.Opaque;
  }
}
