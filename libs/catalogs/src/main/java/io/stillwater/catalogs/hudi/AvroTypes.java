package io.stillwater.catalogs.hudi;

import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Avro's types, in which Hudi keeps a table's schema, in the contract's spelling. */
final class AvroTypes {
  private AvroTypes() {}

  static boolean isNullable(Schema schema) {
    return schema.isNullable();
  }

  static LakeType of(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    if (logical != null) {
      LakeType type = logical(logical);
      if (type != null) {
        return type;
      }
    }
    return switch (schema.getType()) {
      case BOOLEAN -> Primitive.BOOLEAN;
      case INT -> Primitive.INT;
      case LONG -> Primitive.BIGINT;
      case FLOAT -> Primitive.FLOAT;
      case DOUBLE -> Primitive.DOUBLE;
      case STRING, ENUM -> Primitive.STRING;
      case BYTES -> Primitive.BINARY;
      case FIXED -> new LakeType.Fixed(schema.getFixedSize());
      case ARRAY -> new LakeType.Array(of(schema.getElementType()));
      case MAP -> new LakeType.Map(Primitive.STRING, of(schema.getValueType()));
      case RECORD ->
          new LakeType.Struct(
              schema.getFields().stream()
                  .map(
                      field ->
                          new LakeType.Field(
                              field.name(), of(field.schema()), isNullable(field.schema())))
                  .toList());
      case UNION -> union(schema);
      case NULL -> new LakeType.Opaque("unknown");
    };
  }

  /** Null for what is kept as its plain type. */
  private static LakeType logical(LogicalType type) {
    if (type instanceof LogicalTypes.Decimal decimal) {
      return new LakeType.Decimal(decimal.getPrecision(), decimal.getScale());
    }
    return switch (type.getName()) {
      case "date" -> Primitive.DATE;
      case "time-millis", "time-micros" -> Primitive.TIME;
      case "timestamp-millis", "timestamp-micros" -> Primitive.TIMESTAMPTZ;
      case "local-timestamp-millis", "local-timestamp-micros" -> Primitive.TIMESTAMP;
      case "uuid" -> Primitive.UUID;
      default -> null;
    };
  }

  private static LakeType union(Schema schema) {
    List<Schema> types =
        schema.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
    if (types.size() != 1) {
      throw new IllegalArgumentException(
          "A union of several types is no type of a column: " + schema);
    }
    return of(types.get(0));
  }
}
