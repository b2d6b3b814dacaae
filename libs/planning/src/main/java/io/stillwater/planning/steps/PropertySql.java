package io.stillwater.planning.steps;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Statements for table properties: Spark's, as Trino sets only those it knows. */
public final class PropertySql {
  private PropertySql() {}

  /** Null values remove a property. */
  public static Map<String, String> set(TableSql table, Map<String, String> properties) {
    List<String> set = new ArrayList<>();
    List<String> unset = new ArrayList<>();
    new TreeMap<>(properties)
        .forEach(
            (name, value) -> {
              if (value == null) {
                unset.add(text(name));
              } else {
                set.add(text(name) + " = " + text(value));
              }
            });
    List<String> statements = new ArrayList<>();
    if (!set.isEmpty()) {
      statements.add(spark(table, "SET TBLPROPERTIES (" + String.join(", ", set) + ")"));
    }
    if (!unset.isEmpty()) {
      statements.add(
          spark(table, "UNSET TBLPROPERTIES IF EXISTS (" + String.join(", ", unset) + ")"));
    }
    return Map.of("spark", String.join("; ", statements));
  }

  private static String spark(TableSql table, String rest) {
    return table.alterSpark(rest).get("spark");
  }

  private static String text(String value) {
    return Identifiers.literal(value, Dialect.SPARK);
  }
}
