package io.stillwater.checks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;

/** What happened to a table's columns between two schemas, by field id; comments do not count. */
final class SchemaDifference {
  private SchemaDifference() {}

  static List<String> between(Schema then, Schema now) {
    Map<Integer, NestedField> before = TypeUtil.indexById(then.asStruct());
    Map<Integer, NestedField> after = TypeUtil.indexById(now.asStruct());
    List<String> changes = new ArrayList<>();
    before.forEach(
        (id, field) -> {
          NestedField other = after.get(id);
          if (other == null) {
            changes.add("column " + then.findColumnName(id) + " was dropped");
          } else {
            compare(then.findColumnName(id), field, other, changes);
          }
        });
    after.keySet().stream()
        .filter(id -> !before.containsKey(id))
        .forEach(id -> changes.add("column " + now.findColumnName(id) + " was added"));
    return changes;
  }

  private static void compare(
      String path, NestedField then, NestedField now, List<String> changes) {
    if (!then.name().equals(now.name())) {
      changes.add("column %s was renamed to %s".formatted(path, now.name()));
    }
    if (then.type().isPrimitiveType() && !then.type().equals(now.type())) {
      changes.add("column %s was %s and is %s".formatted(path, then.type(), now.type()));
    }
    if (then.isOptional() != now.isOptional()) {
      changes.add(
          "column %s became %s".formatted(path, now.isOptional() ? "nullable" : "not null"));
    }
  }
}
