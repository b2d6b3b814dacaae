package io.stillwater.checks;

import io.stillwater.checks.quality.QualityChecks;
import io.stillwater.checks.table.BackupStatus;
import io.stillwater.checks.table.Freshness;
import io.stillwater.checks.table.RowCount;
import io.stillwater.checks.table.SchemaCheck;
import io.stillwater.checks.table.SchemaCompatibility;
import io.stillwater.checks.table.StorageCapacity;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.engine.SqlEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes checks. Safe for use by several threads; each call reads the lake as it is then. */
public final class CheckRunner {
  private final Map<String, Check> checks = new HashMap<>();
  private final QualityChecks quality;

  public CheckRunner(Catalogs catalogs, SqlEngine engine, Clock clock) {
    LakeTables tables = new LakeTables(catalogs);
    this.quality = new QualityChecks(tables, engine, clock);
    checks.put("schema_compatibility", new TableCheck(tables, new SchemaCompatibility(tables)));
    checks.put("schema", new TableCheck(tables, new SchemaCheck(tables)));
    checks.put("row_count", new TableCheck(tables, new RowCount(tables, engine)));
    checks.put("freshness", new TableCheck(tables, new Freshness(tables, engine, clock)));
    checks.put("backup_status", new TableCheck(tables, new BackupStatus(tables, clock)));
    checks.put("storage_capacity", new StorageCapacity(tables));
    OutsideCheck.names().forEach(name -> checks.put(name, new OutsideCheck()));
  }

  /** Whether a check of that name is known, though it may not be readable. */
  public boolean knows(String name) {
    return checks.containsKey(name) || QualityChecks.NAMES.contains(name);
  }

  /** All of them, results in the order of the specs. Never throws for what a check meets. */
  public List<CheckResult> run(List<CheckSpec> specs, CheckContext context) {
    Map<CheckSpec, CheckResult> results = new HashMap<>();
    for (List<CheckSpec> batch : batches(specs)) {
      runBatch(batch, context).forEach(result -> results.put(result.spec(), result));
    }
    return specs.stream().map(results::get).toList();
  }

  /** Groups of checks that are answered together: the data-quality tests of one table are one. */
  public List<List<CheckSpec>> batches(List<CheckSpec> specs) {
    Collection<List<CheckSpec>> batches =
        specs.stream()
            .collect(Collectors.groupingBy(this::batchKey, LinkedHashMap::new, Collectors.toList()))
            .values();
    return List.copyOf(batches);
  }

  private Object batchKey(CheckSpec spec) {
    return QualityChecks.isTest(spec) ? QualityChecks.tableText(spec) : spec;
  }

  private List<CheckResult> runBatch(List<CheckSpec> batch, CheckContext context) {
    if (QualityChecks.isTest(batch.get(0))) {
      return quality.run(batch);
    }
    List<CheckResult> results = new ArrayList<>();
    for (CheckSpec spec : batch) {
      results.add(runOne(spec, context));
    }
    return results;
  }

  private CheckResult runOne(CheckSpec spec, CheckContext context) {
    long start = System.nanoTime();
    Finding finding = find(spec, context);
    return CheckResult.of(spec, finding, Duration.ofNanos(System.nanoTime() - start));
  }

  private Finding find(CheckSpec spec, CheckContext context) {
    Check check = checks.get(spec.name());
    if (check == null) {
      return Finding.unknown("There is no check of the name " + spec.name(), null);
    }
    try {
      return check.check(spec, context);
    } catch (RuntimeException e) {
      return ReadFailures.finding(e);
    }
  }
}
