package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform.Kind;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.RenameStrategy;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.GraceRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.RemovalRules;
import io.stillwater.planning.rules.ViewRules;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Optional;

/** Renaming a column or a field of a struct, by each strategy. */
final class RenameRules {
  private static final String COLUMN = ".column.";
  private static final List<String> FOLLOWING =
      List.of(
          "write.metadata.metrics.column.",
          "write.parquet.bloom-filter-enabled.column.",
          "write.parquet.stats-enabled.column.");

  private final TableModel table;
  private final PlanContext context;
  private final Findings findings;
  private final Columns columns;
  private final IcebergColumns uses;

  RenameRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.context = context;
    this.findings = findings;
    this.columns = IcebergColumns.columns(table, findings);
    this.uses = new IcebergColumns(table, findings);
  }

  void judge(Change.RenameColumn rename) {
    GraceRules.judge(rename.gracePeriod(), context, findings);
    Optional<FieldAt> at = columns.requireNamed(rename.column());
    if (at.isEmpty()) {
      return;
    }
    uses.refuseIfTaken(rename.target());
    switch (rename.strategy()) {
      case EXPAND_CONTRACT -> expandContract(rename, at.get());
      case IN_PLACE -> inPlace(rename);
      case VIEW -> ViewRules.judge(rename, context, findings);
    }
    warnOfProperties(rename);
  }

  private void expandContract(Change.RenameColumn rename, FieldAt at) {
    ColumnPath old = rename.column();
    RemovalRules.renameByCopy(
        rename,
        table.name(),
        "Iceberg reads by field id: files are fine, queries, views and contracts name columns",
        findings);
    new CopyRules(table, findings).judge(at, true);
    new DropRules(table, context, findings).judgeRemoval(old, true);
    RemovalRules.newNameIsNullable(rename, at, findings);
  }

  private void inPlace(Change.RenameColumn rename) {
    ColumnPath old = rename.column();
    RemovalRules.renameInPlace(rename, table.name(), findings);
    table.spec().stream()
        .filter(field -> field.kind() == Kind.IDENTITY && field.source().equals(old))
        .findFirst()
        .ifPresent(
            field ->
                findings.add(
                    FindingCode.PARTITION_KEEPS_NAME,
                    "the partition field on " + rename.target() + " stays " + old,
                    "identity partition field " + field));
  }

  /**
   * Settings are named after columns. A rename in place takes those along that SchemaUpdate knows
   * (TestSchemaAndMappingUpdate.testModificationWith…), and no others; a new column has none.
   */
  private void warnOfProperties(Change.RenameColumn rename) {
    String column = String.join(".", rename.column().parts());
    boolean inPlace = rename.strategy() == RenameStrategy.IN_PLACE;
    List<String> named =
        table.properties().keySet().stream()
            .filter(name -> name.endsWith(COLUMN + column) || name.contains(COLUMN + column + "."))
            .filter(name -> !inPlace || FOLLOWING.stream().noneMatch(name::startsWith))
            .sorted()
            .toList();
    if (!named.isEmpty()) {
      findings.add(
          FindingCode.PROPERTY_NAMES_COLUMN,
          "properties are named after "
              + rename.column()
              + " and do not hold for "
              + rename.target(),
          String.join(", ", named));
    }
  }
}
