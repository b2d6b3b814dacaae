package io.stillwater.planning;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Plan;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.PartitionSpecState;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.lakehouse.table.TableStateBuilder;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.environment.EnvironmentDocuments;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables and documents that several tests plan with. */
public final class Lakes {
  public static final Instant NOW = Instant.parse("2026-06-03T12:00:00Z");

  private Lakes() {}

  /** A table with a column of every kind that the rules tell apart. */
  public static TableStateBuilder events(int version) {
    return iceberg("lake.app.events", version)
        .columns(
            Column.required(1, "id", type("bigint")),
            Column.of(2, "ts", type("timestamp")),
            Column.of(3, "region", type("string")),
            Column.of(4, "n", type("int")),
            Column.of(5, "f", type("float")),
            Column.of(6, "amount", type("decimal(10,2)")),
            Column.of(7, "day", type("date")),
            Column.required(8, "must", type("string")),
            Column.of(9, "text", type("string")),
            Column.of(10, "s", type("struct<a: int, b: struct<c: float>, only: struct<x: int>>")),
            Column.of(11, "list", type("array<struct<p: int, q: string>>")),
            Column.of(12, "map", type("map<struct<k: int>, struct<v: int>>")),
            Column.of(13, "big", type("bigint")),
            new Column(14, "d", type("int"), true, "a comment", 7L),
            Column.of(15, "old_region", type("string")))
        .partitionSpecs(
            List.of(
                new PartitionSpecState(0, false, List.of("old_region")),
                new PartitionSpecState(1, true, List.of("day(ts)", "bucket(16, id)"))))
        .sortOrder(List.of("region ASC"))
        .identifierColumns(List.of("id"))
        .properties(Map.of("write.format.default", "parquet"));
  }

  public static TableStateBuilder iceberg(String name, int version) {
    return TableState.builder(TableName.parse(name), TableFormat.ICEBERG, version)
        .catalogType("JDBC")
        .version("7a0f6c3e-0000-4000-8000-000000000001", 1, 811L, 1)
        .size(1_000L, 4L, 1_000_000L);
  }

  public static LakeType type(String text) {
    return LakeType.parse(text);
  }

  /** A release of one table, its changes in YAML flow style. */
  public static Release release(String table, String... changes) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("apiVersion: stillwater/v1\nkind: Release\n");
    yaml.append("metadata: {name: test, version: v1, environment: production}\n");
    yaml.append("spec:\n  tables:\n    - table: '").append(table).append("'\n      changes:\n");
    for (String change : changes) {
      yaml.append("        - {").append(change).append("}\n");
    }
    return release(yaml.toString());
  }

  /** Of {@link #events}; none where the changes contradict each other, which reading says. */
  public static Optional<Release> releaseOf(List<String> changes) {
    StringBuilder yaml =
        new StringBuilder("apiVersion: stillwater/v1\nkind: Release\n")
            .append("metadata: {name: t, version: v1, environment: production}\n")
            .append("spec:\n  tables:\n    - table: lake.app.events\n      changes:\n");
    changes.forEach(change -> yaml.append("        - {").append(change).append("}\n"));
    return ReleaseDocuments.parse(yaml.toString()).get(0) instanceof Parsed.Valid<Release> valid
        ? Optional.of(valid.value())
        : Optional.empty();
  }

  public static Release release(String yaml) {
    Parsed<Release> parsed = ReleaseDocuments.parse(yaml).get(0);
    if (parsed instanceof Parsed.Valid<Release> valid) {
      return valid.value();
    }
    throw new IllegalArgumentException(parsed.errors().toString());
  }

  public static Environment environment(String spec) {
    String yaml =
        "apiVersion: stillwater/v1\nkind: Environment\nmetadata: {name: production}\nspec:\n"
            + spec.indent(2);
    Parsed<Environment> parsed = EnvironmentDocuments.parse(yaml).get(0);
    if (parsed instanceof Parsed.Valid<Environment> valid) {
      return valid.value();
    }
    throw new IllegalArgumentException(parsed.errors().toString());
  }

  public static Plan plan(Release release, TableState... tables) {
    return plan(release, Environment.withoutFile("production"), tables);
  }

  public static Plan plan(Release release, Environment environment, TableState... tables) {
    return planner().plan(release, environment, TableSnapshot.of(List.of(), List.of(tables)));
  }

  public static Planner planner() {
    return new Planner(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Codes of all findings, of the changes and of the plan. */
  public static List<String> codes(Plan plan) {
    List<String> codes = new ArrayList<>();
    for (ChangeVerdict change : plan.changes()) {
      change.findings().stream().map(Finding::code).forEach(codes::add);
    }
    plan.findings().stream().map(Finding::code).forEach(codes::add);
    return codes;
  }

  /** What is decided of each change; hints may list what was planned before it. */
  public static List<String> verdicts(Plan plan) {
    return plan.changes().stream()
        .map(
            change ->
                String.join(
                    " ",
                    change.operation(),
                    change.column(),
                    change.classification().name(),
                    change.cost().name(),
                    change.strategy(),
                    change.refusedBy().toString(),
                    change.findings().stream().map(Finding::code).toList().toString()))
        .sorted()
        .toList();
  }
}
