package io.stillwater.lakehouse;

import java.util.Objects;

/**
 * Quotes names and text for one engine. Every name is quoted, plain ones too: which words are
 * reserved differs per engine and version.
 */
public final class Identifiers {
  private Identifiers() {}

  public static String quote(String name, Dialect dialect) {
    Objects.requireNonNull(name, "name");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A name is empty; engines know no empty identifier");
    }
    return switch (dialect) {
      case SPARK -> "`" + name.replace("`", "``") + "`";
      case TRINO, DUCKDB -> "\"" + name.replace("\"", "\"\"") + "\"";
    };
  }

  /** Spark reads backslash escapes and knows no doubled quote; Trino and DuckDB the reverse. */
  public static String literal(String text, Dialect dialect) {
    Objects.requireNonNull(text, "text");
    return switch (dialect) {
      case SPARK -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
      case TRINO, DUCKDB -> "'" + text.replace("'", "''") + "'";
    };
  }
}
