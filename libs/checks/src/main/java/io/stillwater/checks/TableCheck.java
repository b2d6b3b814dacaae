package io.stillwater.checks;

import io.stillwater.lakehouse.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A check of one table, made for the table it names or for all tables of the plan. */
public final class TableCheck implements Check {
  private final PerTable perTable;

  public TableCheck(PerTable perTable) {
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

  /** The table that the check names, if it is about one. */
  public static Optional<TableName> named(CheckSpec spec) {
    Optional<TableName> setting = Settings.of(spec).table("table");
    return setting.isPresent() ? setting : target(spec);
  }

  private static Collection<TableName> tables(CheckSpec spec, CheckContext context) {
    return named(spec)
        .<Collection<TableName>>map(List::of)
        .orElseGet(() -> context.planned().keySet().stream().sorted().toList());
  }

  /** A target may be an environment or a component too; then it names no table. */
  private static Optional<TableName> target(CheckSpec spec) {
    try {
      return Optional.ofNullable(spec.target()).map(TableName::parse);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
