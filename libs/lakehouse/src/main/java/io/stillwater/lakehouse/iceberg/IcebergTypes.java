package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Types between the contract's spelling and Iceberg's. */
public final class IcebergTypes {
  private IcebergTypes() {}

  /** How Iceberg's own API names the column. */
  public static String name(ColumnPath path) {
    return String.join(".", path.parts());
  }

  public static LakeType toLake(Type type) {
    return switch (type.typeId()) {
      case BOOLEAN -> Primitive.BOOLEAN;
      case INTEGER -> Primitive.INT;
      case LONG -> Primitive.BIGINT;
      case FLOAT -> Primitive.FLOAT;
      case DOUBLE -> Primitive.DOUBLE;
      case STRING -> Primitive.STRING;
      case BINARY -> Primitive.BINARY;
      case DATE -> Primitive.DATE;
      case TIME -> Primitive.TIME;
      case UUID -> Primitive.UUID;
      case TIMESTAMP ->
          ((Types.TimestampType) type).shouldAdjustToUTC()
              ? Primitive.TIMESTAMPTZ
              : Primitive.TIMESTAMP;
      case TIMESTAMP_NANO ->
          ((Types.TimestampNanoType) type).shouldAdjustToUTC()
              ? Primitive.TIMESTAMPTZ_NS
              : Primitive.TIMESTAMP_NS;
      case DECIMAL -> {
        Types.DecimalType decimal = (Types.DecimalType) type;
        yield new LakeType.Decimal(decimal.precision(), decimal.scale());
      }
      case FIXED -> new LakeType.Fixed(((Types.FixedType) type).length());
      case STRUCT ->
          new LakeType.Struct(
              type.asStructType().fields().stream()
                  .map(f -> new LakeType.Field(f.name(), toLake(f.type()), f.isOptional()))
                  .toList());
      case LIST -> new LakeType.Array(toLake(type.asListType().elementType()));
      case MAP ->
          new LakeType.Map(
              toLake(type.asMapType().keyType()), toLake(type.asMapType().valueType()));
      default -> new LakeType.Opaque(type.toString());
    };
  }

  /** Nested fields get ids from 1 on; an update of a schema assigns its own. */
  public static Type toIceberg(LakeType type) {
    AtomicInteger ids = new AtomicInteger();
    return toIceberg(type, ids::incrementAndGet);
  }

  static Type toIceberg(LakeType type, IntSupplier ids) {
    if (type instanceof Primitive primitive) {
      return primitive(primitive);
    }
    if (type instanceof LakeType.Decimal decimal) {
      return Types.DecimalType.of(decimal.precision(), decimal.scale());
    }
    if (type instanceof LakeType.Varchar) {
      return Types.StringType.get();
    }
    if (type instanceof LakeType.Fixed fixed) {
      return Types.FixedType.ofLength(fixed.length());
    }
    if (type instanceof LakeType.Array array) {
      int id = ids.getAsInt();
      return Types.ListType.ofOptional(id, toIceberg(array.element(), ids));
    }
    if (type instanceof LakeType.Map map) {
      int key = ids.getAsInt();
      int value = ids.getAsInt();
      return Types.MapType.ofOptional(
          key, value, toIceberg(map.key(), ids), toIceberg(map.value(), ids));
    }
    if (type instanceof LakeType.Struct struct) {
      return struct(struct, ids);
    }
    return opaque((LakeType.Opaque) type);
  }

  private static Type struct(LakeType.Struct struct, IntSupplier ids) {
    List<Types.NestedField> fields = new ArrayList<>();
    for (LakeType.Field field : struct.fields()) {
      int id = ids.getAsInt();
      Type type = toIceberg(field.type(), ids);
      fields.add(
          field.nullable()
              ? Types.NestedField.optional(id, field.name(), type)
              : Types.NestedField.required(id, field.name(), type));
    }
    return Types.StructType.of(fields);
  }

  private static Type opaque(LakeType.Opaque opaque) {
    try {
      return Types.fromTypeName(opaque.text());
    } catch (IllegalArgumentException e) {
      throw new TableEditException("Iceberg has no type " + opaque.text(), e);
    }
  }

  private static Type primitive(Primitive type) {
    return switch (type) {
      case BOOLEAN -> Types.BooleanType.get();
      case TINYINT, SMALLINT, INT -> Types.IntegerType.get();
      case BIGINT -> Types.LongType.get();
      case FLOAT -> Types.FloatType.get();
      case DOUBLE -> Types.DoubleType.get();
      case STRING -> Types.StringType.get();
      case BINARY -> Types.BinaryType.get();
      case DATE -> Types.DateType.get();
      case TIME -> Types.TimeType.get();
      case TIMESTAMP -> Types.TimestampType.withoutZone();
      case TIMESTAMPTZ -> Types.TimestampType.withZone();
      case TIMESTAMP_NS -> Types.TimestampNanoType.withoutZone();
      case TIMESTAMPTZ_NS -> Types.TimestampNanoType.withZone();
      case UUID -> Types.UUIDType.get();
    };
  }
}
