package io.stillwater.planning.steps;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;

/** Plain values as SQL writes them. */
public final class SqlValues {
  private SqlValues() {}

  public static String literal(Object value, LakeType type, Dialect dialect) {
    if (!(value instanceof String text)) {
      return value.toString();
    }
    String quoted = Identifiers.literal(text, dialect);
    if (type instanceof Primitive primitive) {
      return switch (primitive) {
        case DATE -> "DATE " + quoted;
        case TIME -> "TIME " + quoted;
        case TIMESTAMP, TIMESTAMP_NS -> zoneless(quoted, dialect);
        case TIMESTAMPTZ, TIMESTAMPTZ_NS -> "TIMESTAMP " + quoted;
        case UUID -> dialect == Dialect.TRINO ? "UUID " + quoted : quoted;
        default -> quoted;
      };
    }
    return quoted;
  }

  private static String zoneless(String quoted, Dialect dialect) {
    return (dialect == Dialect.SPARK ? "TIMESTAMP_NTZ " : "TIMESTAMP ") + quoted;
  }
}
