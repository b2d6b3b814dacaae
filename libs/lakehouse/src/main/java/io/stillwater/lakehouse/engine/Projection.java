package io.stillwater.lakehouse.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * SQL that makes a table's columns from those of one kind of file, field id by field id: renamed,
 * moved, widened and missing fields at any depth.
 *
 * @param file the file's columns; in SQL they are {@code c0}, {@code c1} …
 * @param constants SQL of identity partition values by source id, for columns the files lack
 */
record Projection(List<ParquetNode> file, Map<Integer, String> constants) {

  /** Names for the columns of {@code read_parquet}, by position: the files' own may clash. */
  static String aliases(int columns, String... more) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      names.add("c" + i);
    }
    names.addAll(List.of(more));
    return "(" + String.join(", ", names) + ")";
  }

  /** The column, or the field inside structs, that has the field's id. */
  String column(Types.NestedField field) {
    for (int i = 0; i < file.size(); i++) {
      Optional<String> found = find(field, file.get(i), "c" + i);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return constants.containsKey(field.fieldId())
        ? cast(constants.get(field.fieldId()), field.type())
        : missing(field);
  }

  private static Optional<String> find(Types.NestedField field, ParquetNode node, String sql) {
    if (node.fieldId() != null && node.fieldId() == field.fieldId()) {
      return Optional.of(value(field.type(), node, sql, 0));
    }
    if (node.kind() == ParquetNode.Kind.STRUCT) {
      for (int i = 0; i < node.children().size(); i++) {
        Optional<String> found = find(field, node.children().get(i), child(sql, i));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  static String child(String struct, int index) {
    return "struct_extract_at(" + struct + ", " + (index + 1) + ")";
  }

  private static String value(Type type, ParquetNode node, String sql, int depth) {
    if (type.isPrimitiveType()) {
      return primitive(type, node, sql);
    }
    return cast(isLaidOutAs(type, node) ? sql : rebuilt(type, node, sql, depth), type);
  }

  private static String rebuilt(Type type, ParquetNode node, String sql, int depth) {
    if (type.isStructType()) {
      return struct(type.asStructType(), node, sql, depth);
    }
    String item = "x" + depth;
    if (type.isListType()) {
      ParquetNode element = node.children().get(0);
      return "list_transform(%s, lambda %s: %s)"
          .formatted(sql, item, value(type.asListType().elementType(), element, item, depth + 1));
    }
    Types.MapType map = type.asMapType();
    String key = value(map.keyType(), node.children().get(0), item + ".key", depth + 1);
    String entry = value(map.valueType(), node.children().get(1), item + ".value", depth + 1);
    return "map_from_entries(list_transform(map_entries(%s), lambda %s: {'k': %s, 'v': %s}))"
        .formatted(sql, item, key, entry);
  }

  private static String struct(Types.StructType type, ParquetNode node, String sql, int depth) {
    List<String> fields = new ArrayList<>();
    for (Types.NestedField field : type.fields()) {
      Optional<Integer> index = ParquetNode.indexOf(node.children(), field.fieldId());
      String value =
          index.isPresent()
              ? value(
                  field.type(), node.children().get(index.get()), child(sql, index.get()), depth)
              : missing(field);
      fields.add(DuckDb.text(field.name()) + ": " + value);
    }
    return "CASE WHEN %s IS NULL THEN NULL ELSE {%s} END".formatted(sql, String.join(", ", fields));
  }

  /** Some writers leave the logical type of uuid and text out. */
  private static String primitive(Type type, ParquetNode node, String sql) {
    if (isBlob(node) && type.typeId() == Type.TypeID.UUID) {
      return "CAST(hex(" + sql + ") AS UUID)";
    }
    if (isBlob(node) && type.typeId() == Type.TypeID.STRING) {
      return "decode(" + sql + ")";
    }
    return cast(sql, type);
  }

  private static boolean isBlob(ParquetNode node) {
    return "BLOB".equals(node.type());
  }

  /** Same fields, names and order; what the types still lack, a cast does. */
  private static boolean isLaidOutAs(Type type, ParquetNode node) {
    if (type.isPrimitiveType()) {
      return !isBlob(node) || type.typeId() == Type.TypeID.BINARY;
    }
    List<Types.NestedField> fields = type.asNestedType().fields();
    if (fields.size() != node.children().size()) {
      return false;
    }
    for (int i = 0; i < fields.size(); i++) {
      ParquetNode child = node.children().get(i);
      boolean same =
          child.fieldId() != null
              && child.fieldId() == fields.get(i).fieldId()
              && (!type.isStructType() || child.name().equals(fields.get(i).name()))
              && isLaidOutAs(fields.get(i).type(), child);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static String missing(Types.NestedField field) {
    return field.initialDefault() == null
        ? cast("NULL", field.type())
        : DuckLiterals.of(field.type(), field.initialDefault());
  }

  private static String cast(String sql, Type type) {
    return "CAST(" + sql + " AS " + DuckTypes.of(type) + ")";
  }
}
