package io.stillwater.checks;

import java.util.Map;
import java.util.Set;

/**
 * Checks of the contract that ask systems beside tables and catalogs. They are not read yet and say
 * so: what was not read is never a pass.
 */
final class OutsideCheck implements Check {
  private static final Map<String, String> NEEDS =
      Map.of(
          "pending_queries", "a Trino coordinator (system.runtime.queries)",
          "query_engine_health", "a Trino coordinator (/v1/info and its metrics)",
          "etl_status", "an Airflow server (its REST API)",
          "service_health", "the component's health address",
          "query_latency", "the query events or the metrics of the engine",
          "dbt_tests", "a dbt project and its run results");

  static Set<String> names() {
    return NEEDS.keySet();
  }

  @Override
  public Finding check(CheckSpec spec, CheckContext context) {
    return Finding.unknown(
        "%s cannot be read: it needs %s, and this version reads tables and catalogs only"
            .formatted(spec.name(), NEEDS.get(spec.name())),
        null);
  }
}
