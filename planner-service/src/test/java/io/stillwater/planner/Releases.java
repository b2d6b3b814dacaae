package io.stillwater.planner;

/** Release documents of tests, as JSON. */
public final class Releases {
  private Releases() {}

  public static String addColumn(String table, String column) {
    return of(
        table,
        "{\"operation\": \"add_column\", \"column\": \"%s\", \"type\": \"double\"}"
            .formatted(column));
  }

  public static String of(String table, String change) {
    return """
        {"apiVersion": "stillwater/v1", "kind": "Release",
         "metadata": {"name": "discounts", "version": "v1", "environment": "testing"},
         "spec": {"tables": [{"table": "%s", "changes": [%s]}]}}"""
        .formatted(table, change);
  }
}
