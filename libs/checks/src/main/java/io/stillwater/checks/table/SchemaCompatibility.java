package io.stillwater.checks.table;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.Finding;
import io.stillwater.checks.LakeTables;
import io.stillwater.checks.PlannedTable;
import io.stillwater.checks.Settings;
import io.stillwater.checks.TableCheck;
import io.stillwater.checks.TargetColumn;
import io.stillwater.lakehouse.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;

/**
 * The table is still what the plan was made for, and can become what the plan ends with. New
 * snapshots do no harm: only identity, columns and partitioning count.
 */
public final class SchemaCompatibility implements TableCheck.PerTable {
  private static final String LIMIT = "the state the plan was made for";

  private final LakeTables tables;

  public SchemaCompatibility(LakeTables tables) {
    this.tables = tables;
  }

  @Override
  public Finding check(TableName name, Settings settings, CheckContext context) {
    Optional<Table> found = tables.find(name);
    PlannedTable planned = context.planned(name).orElse(null);
    List<TargetColumn> target = context.targets().getOrDefault(name, List.of());
    if (planned == null && target.isEmpty()) {
      return Finding.unknown(
          "It is not known what " + name + " is to be held against: there is no plan for it", null);
    }
    if (planned == null || planned.uuid() == null) {
      return created(name, found.isPresent());
    }
    return found.map(table -> compare(name, table, planned, target)).orElseGet(() -> gone(name));
  }

  private static Finding gone(TableName name) {
    return Finding.fail(
        "no table", LIMIT, name + " is not there any more", "catalog entry of " + name);
  }

  private static Finding created(TableName name, boolean exists) {
    return Finding.judge(
        !exists,
        exists ? "the table exists" : "no table",
        "no table before it is created",
        name + (exists ? " is there already, though the plan creates it" : " can be created"),
        "catalog entry of " + name);
  }

  private static Finding compare(
      TableName name, Table table, PlannedTable planned, List<TargetColumn> target) {
    List<String> problems = new ArrayList<>();
    if (table.uuid().toString().equals(planned.uuid())) {
      problems.addAll(moved(table, planned));
      problems.addAll(TargetTypes.problems(table, target));
    } else {
      problems.add("it was replaced by another table of the same name");
    }
    String value =
        "schema %d, partition spec %d".formatted(table.schema().schemaId(), table.spec().specId());
    String evidence = "Iceberg metadata of %s, uuid %s".formatted(name, table.uuid());
    return problems.isEmpty()
        ? Finding.pass(value, LIMIT, name + " is as planned and can take the changes", evidence)
        : Finding.fail(value, LIMIT, name + ": " + String.join("; ", problems), evidence);
  }

  private static List<String> moved(Table table, PlannedTable planned) {
    List<String> problems = new ArrayList<>();
    Schema then = planned.schemaId() == null ? null : table.schemas().get(planned.schemaId());
    if (then == null) {
      problems.add("the schema %s of the plan is not known to it".formatted(planned.schemaId()));
    } else if (then.schemaId() != table.schema().schemaId()) {
      problems.addAll(SchemaDifference.between(then, table.schema()));
    }
    if (planned.specId() != null && planned.specId() != table.spec().specId()) {
      problems.add(
          "its partition spec is %d, the plan was made for %d"
              .formatted(table.spec().specId(), planned.specId()));
    }
    return problems;
  }
}
