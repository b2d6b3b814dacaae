package io.stillwater.planning.formats.delta;

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
import java.util.List;

/** Types as the kernel library has them. */
final class KernelTypes {
  private KernelTypes() {}

  static DataType of(LakeType type) {
    if (type instanceof LakeType.Decimal decimal) {
      return new DecimalType(decimal.precision(), decimal.scale());
    }
    if (type instanceof LakeType.Varchar) {
      return StringType.STRING;
    }
    if (type instanceof LakeType.Struct struct) {
      List<StructField> fields =
          struct.fields().stream()
              .map(field -> new StructField(field.name(), of(field.type()), field.nullable()))
              .toList();
      return new StructType(fields);
    }
    if (type instanceof LakeType.Array array) {
      return new ArrayType(of(array.element()), true);
    }
    if (type instanceof LakeType.Map map) {
      return new MapType(of(map.key()), of(map.value()), true);
    }
    return primitive((LakeType.Primitive) type);
  }

  private static DataType primitive(LakeType.Primitive type) {
    return switch (type) {
      case BOOLEAN -> BooleanType.BOOLEAN;
      case TINYINT -> ByteType.BYTE;
      case SMALLINT -> ShortType.SHORT;
      case INT -> IntegerType.INTEGER;
      case BIGINT -> LongType.LONG;
      case FLOAT -> FloatType.FLOAT;
      case DOUBLE -> DoubleType.DOUBLE;
      case STRING -> StringType.STRING;
      case BINARY -> BinaryType.BINARY;
      case DATE -> DateType.DATE;
      case TIMESTAMP -> TimestampNTZType.TIMESTAMP_NTZ;
      case TIMESTAMPTZ -> TimestampType.TIMESTAMP;
      default -> throw new IllegalArgumentException("Delta has no " + type.text());
    };
  }
}
