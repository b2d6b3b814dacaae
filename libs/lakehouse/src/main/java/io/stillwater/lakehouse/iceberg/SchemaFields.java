package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Finds and replaces fields of a schema at any depth. */
final class SchemaFields {
  private SchemaFields() {}

  static Types.NestedField require(Schema schema, ColumnPath path) {
    Types.NestedField field = schema.findField(IcebergTypes.name(path));
    if (field == null) {
      throw new TableEditException(
          "Column " + path + " is not in the schema; columns are " + columnNames(schema));
    }
    return field;
  }

  /** Puts the field in the place of the one that has its id; all else stays. */
  static TableMetadata replace(TableMetadata current, Types.NestedField changed) {
    Type struct = replaceIn(current.schema().asStruct(), changed);
    Schema schema =
        new Schema(struct.asStructType().fields(), current.schema().identifierFieldIds());
    return withSchema(current, schema);
  }

  static TableMetadata withSchema(TableMetadata current, Schema schema) {
    return TableMetadata.buildFrom(current)
        .setCurrentSchema(schema, Math.max(current.lastColumnId(), schema.highestFieldId()))
        .build();
  }

  private static Type replaceIn(Type type, Types.NestedField changed) {
    if (type.isStructType()) {
      return Types.StructType.of(
          type.asStructType().fields().stream().map(field -> replaceIn(field, changed)).toList());
    }
    if (type.isListType()) {
      Types.NestedField element = replaceIn(type.asListType().fields().get(0), changed);
      return element.isOptional()
          ? Types.ListType.ofOptional(element.fieldId(), element.type())
          : Types.ListType.ofRequired(element.fieldId(), element.type());
    }
    if (type.isMapType()) {
      Types.NestedField key = replaceIn(type.asMapType().fields().get(0), changed);
      Types.NestedField value = replaceIn(type.asMapType().fields().get(1), changed);
      return value.isOptional()
          ? Types.MapType.ofOptional(key.fieldId(), value.fieldId(), key.type(), value.type())
          : Types.MapType.ofRequired(key.fieldId(), value.fieldId(), key.type(), value.type());
    }
    return type;
  }

  private static Types.NestedField replaceIn(Types.NestedField field, Types.NestedField changed) {
    if (field.fieldId() == changed.fieldId()) {
      return changed;
    }
    return Types.NestedField.from(field).ofType(replaceIn(field.type(), changed)).build();
  }

  private static List<String> columnNames(Schema schema) {
    return schema.columns().stream().map(Types.NestedField::name).toList();
  }
}
