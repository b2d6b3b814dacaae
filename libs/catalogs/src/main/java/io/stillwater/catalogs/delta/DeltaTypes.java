package io.stillwater.catalogs.delta;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.util.Map;

/** Delta's types, which are Spark's, in the contract's spelling. */
final class DeltaTypes {
  /** Where Spark keeps the length of a varchar, which is stored as a string. */
  private static final String WRITTEN_TYPE = "__CHAR_VARCHAR_TYPE_STRING";

  private static final Map<Class<? extends DataType>, Primitive> PRIMITIVES =
      Map.ofEntries(
          Map.entry(BooleanType.class, Primitive.BOOLEAN),
          Map.entry(ByteType.class, Primitive.TINYINT),
          Map.entry(ShortType.class, Primitive.SMALLINT),
          Map.entry(IntegerType.class, Primitive.INT),
          Map.entry(LongType.class, Primitive.BIGINT),
          Map.entry(FloatType.class, Primitive.FLOAT),
          Map.entry(DoubleType.class, Primitive.DOUBLE),
          Map.entry(StringType.class, Primitive.STRING),
          Map.entry(BinaryType.class, Primitive.BINARY),
          Map.entry(DateType.class, Primitive.DATE),
          Map.entry(TimestampType.class, Primitive.TIMESTAMPTZ),
          Map.entry(TimestampNTZType.class, Primitive.TIMESTAMP));

  private DeltaTypes() {}

  static LakeType of(StructField field) {
    String written = field.getMetadata().getString(WRITTEN_TYPE);
    return written == null ? of(field.getDataType()) : LakeType.parse(written);
  }

  private static LakeType of(DataType type) {
    if (type instanceof DecimalType decimal) {
      return new LakeType.Decimal(decimal.getPrecision(), decimal.getScale());
    }
    if (type instanceof StructType struct) {
      return new LakeType.Struct(
          struct.fields().stream()
              .map(field -> new LakeType.Field(field.getName(), of(field), field.isNullable()))
              .toList());
    }
    if (type instanceof ArrayType array) {
      return new LakeType.Array(of(array.getElementType()));
    }
    if (type instanceof MapType map) {
      return new LakeType.Map(of(map.getKeyType()), of(map.getValueType()));
    }
    Primitive primitive = PRIMITIVES.get(type.getClass());
    return primitive == null ? new LakeType.Opaque(type.toString()) : primitive;
  }
}
