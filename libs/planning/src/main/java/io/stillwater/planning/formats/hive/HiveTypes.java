package io.stillwater.planning.formats.hive;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.util.stream.Collectors;

/** Types as Hive writes them. */
final class HiveTypes {
  private HiveTypes() {}

  static String text(LakeType type) {
    if (type instanceof LakeType.Struct struct) {
      return struct.fields().stream()
          .map(field -> Identifiers.quote(field.name(), Dialect.SPARK) + ":" + text(field.type()))
          .collect(Collectors.joining(", ", "struct<", ">"));
    }
    if (type instanceof LakeType.Array array) {
      return "array<" + text(array.element()) + ">";
    }
    if (type instanceof LakeType.Map map) {
      return "map<" + text(map.key()) + ", " + text(map.value()) + ">";
    }
    return type == Primitive.TIMESTAMPTZ ? "timestamp with local time zone" : type.text();
  }

  /** Null where the engine's own type of that name is another one in the metastore. */
  static String text(LakeType type, Dialect dialect) {
    boolean timed = type.text().contains("timestamp");
    if (dialect == Dialect.TRINO && type == Primitive.TIMESTAMP) {
      return "timestamp(3)";
    }
    if (dialect == Dialect.SPARK && type == Primitive.TIMESTAMP) {
      return "timestamp";
    }
    return timed ? null : type.render(dialect);
  }
}
