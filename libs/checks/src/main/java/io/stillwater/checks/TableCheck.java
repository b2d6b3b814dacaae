package io.stillwater.checks;

import io.stillwater.lakehouse.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A check of one table, made for the table it names or for all tables of the plan. */
public final class TableCheck implements Check {
  private final LakeTables lake;
  private final PerTable perTable;

  public TableCheck(LakeTables lake, PerTable perTable) {
    this.lake = lake;
    this.perTable = perTable;
  }

  /** What is looked at in each table. */
  @FunctionalInterface
  public interface PerTable {
    Finding check(TableName table, Settings settings, CheckContext context);
  }

  @Override
  public Finding check(CheckSpec spec, CheckContext context) {
    Collection<TableName> tables = tables(spec, context);
    if (tables.isEmpty()) {
      throw new SettingException(
          "Check %s names no table and there is no plan; set 'table' to catalog.schema.table"
              .formatted(spec.name()));
    }
    List<Finding> findings = new ArrayList<>();
    for (TableName table : tables) {
      findings.add(perTable.check(table, Settings.of(spec), context));
    }
    return Findings.together(findings);
  }

  private Collection<TableName> tables(CheckSpec spec, CheckContext context) {
    return lake.named(spec)
        .<Collection<TableName>>map(List::of)
        .orElseGet(() -> context.planned().keySet().stream().sorted().toList());
  }
}
