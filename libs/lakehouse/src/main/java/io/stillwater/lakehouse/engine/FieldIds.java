package io.stillwater.lakehouse.engine;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Field ids in the words of DuckDB's COPY. */
final class FieldIds {
  private FieldIds() {}

  static String of(List<Types.NestedField> fields) {
    List<String> ids = new ArrayList<>();
    for (Types.NestedField field : fields) {
      ids.add(entry(field.name(), field));
    }
    return "{" + String.join(", ", ids) + "}";
  }

  private static String entry(String name, Types.NestedField field) {
    return DuckDb.text(name) + ": " + ids(field);
  }

  private static String ids(Types.NestedField field) {
    Type type = field.type();
    if (type.isPrimitiveType()) {
      return Integer.toString(field.fieldId());
    }
    List<String> inner = new ArrayList<>();
    inner.add("__duckdb_field_id: " + field.fieldId());
    for (Types.NestedField child : type.asNestedType().fields()) {
      inner.add(entry(child.name(), child));
    }
    return "{" + String.join(", ", inner) + "}";
  }
}
