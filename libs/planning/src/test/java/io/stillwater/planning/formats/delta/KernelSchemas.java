package io.stillwater.planning.formats.delta;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.stillwater.lakehouse.ColumnPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Edits of a schema that leave the ids of its fields as they are. */
final class KernelSchemas {
  private KernelSchemas() {}

  static StructType add(StructType schema, ColumnPath path, DataType type, boolean nullable) {
    StructField added = new StructField(path.leaf(), type, nullable);
    return siblings(
        schema,
        path,
        fields -> {
          List<StructField> more = new ArrayList<>(fields);
          more.add(added);
          return more;
        });
  }

  static StructType drop(StructType schema, ColumnPath path) {
    return siblings(
        schema,
        path,
        fields -> fields.stream().filter(field -> !field.getName().equals(path.leaf())).toList());
  }

  static StructType rename(StructType schema, ColumnPath path, String to) {
    return siblings(
        schema,
        path,
        fields ->
            fields.stream()
                .map(
                    field ->
                        field.getName().equals(path.leaf())
                            ? new StructField(
                                to, field.getDataType(), field.isNullable(), field.getMetadata())
                            : field)
                .toList());
  }

  static StructType optional(StructType schema, ColumnPath path) {
    return siblings(
        schema,
        path,
        fields ->
            fields.stream()
                .map(
                    field ->
                        field.getName().equals(path.leaf())
                            ? new StructField(
                                field.getName(), field.getDataType(), true, field.getMetadata())
                            : field)
                .toList());
  }

  static StructType retype(StructType schema, ColumnPath path, DataType type) {
    return (StructType) within(schema, path.parts(), before -> type);
  }

  private static StructType siblings(
      StructType schema, ColumnPath path, UnaryOperator<List<StructField>> edit) {
    List<String> parent = path.parts().subList(0, path.parts().size() - 1);
    return (StructType)
        within(schema, parent, type -> new StructType(edit.apply(((StructType) type).fields())));
  }

  private static DataType within(DataType type, List<String> path, UnaryOperator<DataType> edit) {
    if (path.isEmpty()) {
      return edit.apply(type);
    }
    String head = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (type instanceof ArrayType array) {
      return new ArrayType(within(array.getElementType(), rest, edit), array.containsNull());
    }
    if (type instanceof MapType map) {
      return head.equals("key")
          ? new MapType(
              within(map.getKeyType(), rest, edit), map.getValueType(), map.isValueContainsNull())
          : new MapType(
              map.getKeyType(), within(map.getValueType(), rest, edit), map.isValueContainsNull());
    }
    List<StructField> fields =
        ((StructType) type)
            .fields().stream()
                .map(
                    field ->
                        field.getName().equals(head)
                            ? new StructField(
                                field.getName(),
                                within(field.getDataType(), rest, edit),
                                field.isNullable(),
                                field.getMetadata())
                            : field)
                .toList();
    return new StructType(fields);
  }
}
