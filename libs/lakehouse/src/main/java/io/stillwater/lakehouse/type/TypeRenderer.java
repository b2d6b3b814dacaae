package io.stillwater.lakehouse.type;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import java.util.stream.Collectors;

/** A type in an engine's own words. */
final class TypeRenderer {
  private TypeRenderer() {}

  static String render(LakeType type, Dialect dialect) {
    if (type instanceof LakeType.Primitive primitive) {
      return switch (dialect) {
        case TRINO -> trino(primitive);
        case SPARK -> spark(primitive);
        case DUCKDB -> duckDb(primitive);
      };
    }
    if (type instanceof LakeType.Decimal decimal) {
      return "decimal(" + decimal.precision() + ", " + decimal.scale() + ")";
    }
    if (type instanceof LakeType.Varchar varchar) {
      return dialect == Dialect.DUCKDB ? "varchar" : varchar.text();
    }
    if (type instanceof LakeType.Fixed) {
      return render(LakeType.Primitive.BINARY, dialect);
    }
    if (type instanceof LakeType.Struct struct) {
      return struct(struct, dialect);
    }
    if (type instanceof LakeType.Array array) {
      String element = render(array.element(), dialect);
      return switch (dialect) {
        case TRINO -> "array(" + element + ")";
        case SPARK -> "array<" + element + ">";
        case DUCKDB -> element + "[]";
      };
    }
    if (type instanceof LakeType.Map map) {
      String inner = render(map.key(), dialect) + ", " + render(map.value(), dialect);
      return dialect == Dialect.SPARK ? "map<" + inner + ">" : "map(" + inner + ")";
    }
    return type.text();
  }

  private static String struct(LakeType.Struct struct, Dialect dialect) {
    String between = dialect == Dialect.SPARK ? ": " : " ";
    String fields =
        struct.fields().stream()
            .map(
                field ->
                    Identifiers.quote(field.name(), dialect)
                        + between
                        + render(field.type(), dialect))
            .collect(Collectors.joining(", "));
    return switch (dialect) {
      case TRINO -> "row(" + fields + ")";
      case SPARK -> "struct<" + fields + ">";
      case DUCKDB -> "struct(" + fields + ")";
    };
  }

  private static String trino(LakeType.Primitive type) {
    return switch (type) {
      case INT -> "integer";
      case FLOAT -> "real";
      case STRING -> "varchar";
      case BINARY -> "varbinary";
      case TIME -> "time(6)";
      case TIMESTAMP -> "timestamp(6)";
      case TIMESTAMPTZ -> "timestamp(6) with time zone";
      case TIMESTAMP_NS -> "timestamp(9)";
      case TIMESTAMPTZ_NS -> "timestamp(9) with time zone";
      default -> type.text();
    };
  }

  /**
   * Spark's timestamp is an instant; it has neither time nor uuid, and stores the latter as text.
   */
  private static String spark(LakeType.Primitive type) {
    return switch (type) {
      case TIMESTAMP, TIMESTAMP_NS -> "timestamp_ntz";
      case TIMESTAMPTZ, TIMESTAMPTZ_NS -> "timestamp";
      case UUID -> "string";
      default -> type.text();
    };
  }

  private static String duckDb(LakeType.Primitive type) {
    return switch (type) {
      case INT -> "integer";
      case STRING -> "varchar";
      case BINARY -> "blob";
      case TIMESTAMPTZ_NS -> "timestamptz";
      default -> type.text();
    };
  }
}
