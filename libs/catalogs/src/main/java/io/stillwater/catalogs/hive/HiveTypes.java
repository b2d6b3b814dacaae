package io.stillwater.catalogs.hive;

import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Types as the metastore writes them: {@code struct<a:int,b c:array<string>>}, with names unquoted.
 */
final class HiveTypes {
  private HiveTypes() {}

  /**
   * @throws IllegalArgumentException for what is no type
   */
  static LakeType parse(String text) {
    String type = text.strip();
    String lower = type.toLowerCase(Locale.ROOT);
    if (lower.startsWith("struct<")) {
      return new LakeType.Struct(inside(type).stream().map(HiveTypes::field).toList());
    }
    if (lower.startsWith("array<")) {
      return new LakeType.Array(parse(inside(type).get(0)));
    }
    if (lower.startsWith("map<")) {
      List<String> parts = inside(type);
      if (parts.size() != 2) {
        throw new IllegalArgumentException("Type '" + text + "': a map has a key and a value");
      }
      return new LakeType.Map(parse(parts.get(0)), parse(parts.get(1)));
    }
    if (lower.startsWith("uniontype<")) {
      return new LakeType.Opaque(type);
    }
    return switch (lower) {
      case "timestamp with local time zone" -> Primitive.TIMESTAMPTZ;
      case "void" -> new LakeType.Opaque("unknown");
      default -> LakeType.parse(type);
    };
  }

  private static LakeType.Field field(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("Field '" + text + "' of a struct has no type");
    }
    return LakeType.Field.of(text.substring(0, colon).strip(), parse(text.substring(colon + 1)));
  }

  /** What stands between the outer brackets, divided at its own commas. */
  private static List<String> inside(String type) {
    if (!type.endsWith(">")) {
      throw new IllegalArgumentException("Type '" + type + "' does not end with '>'");
    }
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = type.indexOf('<') + 1;
    for (int at = start; at < type.length() - 1; at++) {
      char c = type.charAt(at);
      depth += c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(type.substring(start, at));
        start = at + 1;
      }
    }
    parts.add(type.substring(start, type.length() - 1));
    return parts;
  }
}
