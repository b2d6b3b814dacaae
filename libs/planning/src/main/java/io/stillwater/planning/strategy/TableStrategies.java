package io.stillwater.planning.strategy;

import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.Undo;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.planning.json.JsonValues;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.NewColumn;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.Statements;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changes of layout, properties and the table itself. */
final class TableStrategies {
  private static final String NEW_FILES = "new_files_only";

  private final TableModel table;
  private final TableSteps steps;

  TableStrategies(TableModel table, TableSteps steps) {
    this.table = table;
    this.steps = steps;
  }

  Expansion expand(Change change) {
    if (change instanceof Change.AddPartition add) {
      TableModel after = table.withSpec(table.specWith(add.field()));
      return Expansion.safe(after, addField(table, add.field()));
    }
    if (change instanceof Change.DropPartition drop) {
      TableModel after = table.withSpec(table.specWithout(drop.field()));
      return Expansion.unsafe(NEW_FILES, after, dropField(table, drop.field()));
    }
    if (change instanceof Change.ReplacePartition replace) {
      TableModel between = table.withSpec(table.specWithout(replace.from()));
      TableModel after = between.withSpec(between.specWith(replace.to()));
      StepDraft drop = dropField(table, replace.from());
      return Expansion.unsafe(NEW_FILES, after, drop, addField(between, replace.to()));
    }
    if (change instanceof Change.SetSortOrder sort) {
      return sort(sort.order());
    }
    if (change instanceof Change.SetProperties set) {
      return properties(set.properties());
    }
    if (change instanceof Change.UpgradeFormat upgrade) {
      return upgrade(upgrade.version());
    }
    if (change instanceof Change.CreateTable create) {
      return create(create);
    }
    if (change instanceof Change.RenameTable rename) {
      return rename(rename.to());
    }
    throw new IllegalArgumentException(change.operation() + " is no change of a whole table");
  }

  private StepDraft addField(TableModel before, PartitionTransform field) {
    TableModel after = before.withSpec(before.specWith(field));
    return steps.expand(
        StepKind.ADD_PARTITION_FIELD,
        "Partition new files of " + table.name() + " by " + field,
        new StepArguments.PartitionField(field.toString()),
        steps.sql(before).addPartitionField(field),
        specUndo(steps.sql(after).dropPartitionField(field)));
  }

  private StepDraft dropField(TableModel before, PartitionTransform field) {
    TableModel after = before.withSpec(before.specWithout(field));
    return steps.expand(
        StepKind.DROP_PARTITION_FIELD,
        "Partition new files of " + table.name() + " no longer by " + field,
        new StepArguments.PartitionField(field.toString()),
        steps.sql(before).dropPartitionField(field),
        specUndo(steps.sql(after).addPartitionField(field)));
  }

  /** Before v2 a dropped field stays in the spec as void: the spec is equal in effect only. */
  private Undo specUndo(Statements statements) {
    return table.formatVersion() < 2
        ? steps.undos().inverse(statements)
        : steps.undos().exact(statements);
  }

  private Expansion sort(List<SortField> order) {
    if (order.equals(table.sortOrder())) {
      return Expansion.nothing(table);
    }
    return Expansion.safe(
        table.withSortOrder(order),
        steps.expand(
            StepKind.SET_SORT_ORDER,
            "Sort new files of " + table.name() + " by " + order,
            new StepArguments.SetSortOrder(texts(order), texts(table.sortOrder())),
            steps.sql().sort(order),
            steps.undos().exact(steps.sql().sort(table.sortOrder()))));
  }

  private static List<String> texts(List<SortField> order) {
    return order.stream().map(SortField::toString).toList();
  }

  private Expansion properties(Map<String, String> properties) {
    Map<String, String> before = new HashMap<>();
    properties.keySet().forEach(name -> before.put(name, table.properties().get(name)));
    if (before.equals(properties)) {
      return Expansion.nothing(table);
    }
    return Expansion.safe(
        table.withProperties(properties),
        steps.expand(
            StepKind.SET_PROPERTIES,
            "Set properties " + properties.keySet() + " of " + table.name(),
            new StepArguments.SetProperties(properties, before),
            steps.sql().setProperties(properties),
            steps.undos().exact(steps.sql().setProperties(before))));
  }

  private Expansion upgrade(int version) {
    int before = table.formatVersion();
    if (version == before) {
      return Expansion.nothing(table);
    }
    StepDraft step =
        steps.expand(
            StepKind.UPGRADE_FORMAT,
            "Upgrade " + table.name() + " from format version " + before + " to " + version,
            new StepArguments.UpgradeFormat(before, version),
            steps.sql().upgrade(version),
            Undos.NOTHING);
    return Expansion.unsafe("in_place", table.withFormatVersion(version), step.asPointOfNoReturn());
  }

  private Expansion create(Change.CreateTable create) {
    List<Column> columns =
        create.columns().stream()
            .map(
                column ->
                    new Column(
                        null,
                        column.name(),
                        column.type(),
                        column.nullable(),
                        column.comment(),
                        column.defaultValue()))
            .toList();
    return Expansion.safe(
        table.withColumns(columns).withSpec(create.partitioning()),
        steps.expand(
            StepKind.CREATE_TABLE,
            "Create " + table.name() + " with " + columns.size() + " columns",
            new StepArguments.CreateTable(
                create.columns().stream().map(TableStrategies::spec).toList(),
                create.partitioning().stream().map(PartitionTransform::toString).toList()),
            steps.sql().createTable(create),
            steps.undos().exactUntil("the first data commit", steps.sql().dropTable())));
  }

  private static StepArguments.ColumnSpec spec(NewColumn column) {
    return new StepArguments.ColumnSpec(
        column.name(),
        column.type().text(),
        column.nullable(),
        JsonValues.optional(column.defaultValue()),
        column.comment());
  }

  private Expansion rename(TableName to) {
    TableModel renamed = table.withName(to);
    return Expansion.unsafe(
        "in_place",
        table,
        steps.migrate(
            StepKind.RENAME_TABLE,
            "Rename " + table.name() + " to " + to,
            new StepArguments.RenameTable(to.toString()),
            steps.sql().renameTable(to),
            steps.undos().exact(steps.sql(renamed).renameTable(table.name()))));
  }
}
