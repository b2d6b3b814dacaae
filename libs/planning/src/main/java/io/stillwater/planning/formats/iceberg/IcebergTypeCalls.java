package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.util.ArrayList;
import java.util.List;

/**
 * Types as Iceberg's Java library makes them. Field ids are placeholders: the library gives new
 * ones.
 */
final class IcebergTypeCalls {
  private int ids;

  private IcebergTypeCalls() {}

  static String of(LakeType type) {
    return new IcebergTypeCalls().type(type);
  }

  /** The fields of a schema, each with its id, as arguments. */
  static String fields(List<LakeType.Field> fields) {
    return new IcebergTypeCalls().all(fields);
  }

  private String type(LakeType type) {
    if (type instanceof LakeType.Struct struct) {
      return "Types.StructType.of(" + all(struct.fields()) + ")";
    }
    if (type instanceof LakeType.Array array) {
      return "Types.ListType.ofOptional(" + ++ids + ", " + type(array.element()) + ")";
    }
    if (type instanceof LakeType.Map map) {
      String numbers = ++ids + ", " + ++ids;
      return "Types.MapType.ofOptional("
          + numbers
          + ", "
          + type(map.key())
          + ", "
          + type(map.value())
          + ")";
    }
    if (type instanceof LakeType.Decimal decimal) {
      return "Types.DecimalType.of(" + decimal.precision() + ", " + decimal.scale() + ")";
    }
    if (type instanceof LakeType.Fixed fixed) {
      return "Types.FixedType.ofLength(" + fixed.length() + ")";
    }
    if (type instanceof LakeType.Varchar) {
      return primitive(Primitive.STRING);
    }
    return type instanceof Primitive primitive
        ? primitive(primitive)
        : "Types.fromTypeName(" + JavaText.quote(type.text()) + ")";
  }

  private String all(List<LakeType.Field> fields) {
    List<String> calls = new ArrayList<>();
    for (LakeType.Field field : fields) {
      int id = ++ids;
      calls.add(
          "Types.NestedField."
              + (field.nullable() ? "optional(" : "required(")
              + id
              + ", "
              + JavaText.quote(field.name())
              + ", "
              + type(field.type())
              + ")");
    }
    return String.join(", ", calls);
  }

  private static String primitive(Primitive type) {
    return "Types."
        + switch (type) {
          case BOOLEAN -> "BooleanType.get()";
          case TINYINT, SMALLINT, INT -> "IntegerType.get()";
          case BIGINT -> "LongType.get()";
          case FLOAT -> "FloatType.get()";
          case DOUBLE -> "DoubleType.get()";
          case STRING -> "StringType.get()";
          case BINARY -> "BinaryType.get()";
          case DATE -> "DateType.get()";
          case TIME -> "TimeType.get()";
          case TIMESTAMP -> "TimestampType.withoutZone()";
          case TIMESTAMPTZ -> "TimestampType.withZone()";
          case TIMESTAMP_NS -> "TimestampNanoType.withoutZone()";
          case TIMESTAMPTZ_NS -> "TimestampNanoType.withZone()";
          case UUID -> "UUIDType.get()";
        };
  }
}
