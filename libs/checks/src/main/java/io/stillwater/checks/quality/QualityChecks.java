package io.stillwater.checks.quality;

import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckSpec;
import io.stillwater.checks.Finding;
import io.stillwater.checks.LakeTables;
import io.stillwater.checks.ReadFailures;
import io.stillwater.checks.SettingException;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.SqlEngine;
import io.stillwater.lakehouse.engine.SqlSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.Table;

/** The data-quality tests of one table, on one snapshot and in one scan where they can share it. */
public final class QualityChecks {
  public static final Set<String> NAMES =
      Set.of("not_null", "unique", "range", "referential", "freshness", "volume");

  private final LakeTables tables;
  private final SqlEngine engine;
  private final Clock clock;

  public QualityChecks(LakeTables tables, SqlEngine engine, Clock clock) {
    this.tables = tables;
    this.engine = engine;
    this.clock = clock;
  }

  /** {@code freshness} is a check of its own too; as a test it names several columns. */
  public static boolean isTest(CheckSpec spec) {
    return NAMES.contains(spec.name())
        && (!spec.name().equals("freshness") || spec.settings().get("columns") instanceof Map);
  }

  /** What tests of one table have in common. */
  public static String tableText(CheckSpec spec) {
    Object setting = spec.settings().get("table");
    return setting == null ? String.valueOf(spec.target()) : setting.toString();
  }

  /** Tests that all name the same table. */
  public List<CheckResult> run(List<CheckSpec> specs) {
    long start = System.nanoTime();
    try {
      TableName name =
          tables
              .named(specs.get(0))
              .orElseThrow(() -> new SettingException("The test names no table; set 'table'"));
      Optional<Table> found = tables.find(name);
      if (found.isEmpty()) {
        return all(specs, start, missing(name));
      }
      try (SqlSession session = engine.open()) {
        TableSession table = TableSession.open(name, found.get(), session, tables);
        return new QualityBatch(table, clock.instant()).run(specs);
      }
    } catch (RuntimeException e) {
      return all(specs, start, ReadFailures.finding(e));
    }
  }

  private static Finding missing(TableName name) {
    return Finding.fail("no table", "a table", name + " is not there", "catalog entry of " + name);
  }

  private static List<CheckResult> all(List<CheckSpec> specs, long start, Finding finding) {
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    return specs.stream().map(spec -> CheckResult.of(spec, finding, duration)).toList();
  }
}
