package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.CommonSql;
import io.stillwater.planning.steps.CreateTables;
import io.stillwater.planning.steps.SqlValues;
import io.stillwater.planning.steps.Statements;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Statements for Delta tables. Trino's connector changes whole columns only, and neither types nor
 * defaults nor places ({@code DeltaLakeMetadata}).
 */
final class DeltaSql extends CommonSql {
  private final TableModel table;
  private final boolean mapped;

  DeltaSql(TableModel table) {
    super(table.name());
    this.table = table;
    this.mapped = DeltaTable.of(table).mapped();
  }

  @Override
  public Statements addColumn(Change.AddColumn add) {
    boolean trino = !add.column().nested() && add.position() == null;
    return call(
        alter(dialect -> dialect == Dialect.SPARK || trino ? newColumn(add, dialect) : null),
        DeltaCalls.schema("with " + add.column() + " " + add.type().text() + " added"));
  }

  @Override
  public Statements dropColumn(ColumnPath column) {
    return call(
        wholeColumn(column, dialect -> "DROP COLUMN " + column.render(dialect)),
        DeltaCalls.schema("without " + column));
  }

  @Override
  public Statements renameColumn(ColumnPath column, String to) {
    return call(
        wholeColumn(
            column,
            dialect ->
                "RENAME COLUMN "
                    + column.render(dialect)
                    + " TO "
                    + Identifiers.quote(to, dialect)),
        DeltaCalls.schema("with " + column + " renamed to " + to));
  }

  @Override
  public Statements changeType(ColumnPath column, LakeType to) {
    return call(
        alterSpark(
            "ALTER COLUMN " + column.render(Dialect.SPARK) + " TYPE " + to.render(Dialect.SPARK)),
        DeltaCalls.schema("with " + column + " as " + to.text()));
  }

  @Override
  public Statements setNullable(ColumnPath column, boolean nullable) {
    return nullable
        ? call(
            wholeColumn(
                column, dialect -> "ALTER COLUMN " + column.render(dialect) + " DROP NOT NULL"),
            DeltaCalls.schema("with " + column + " nullable"))
        : Statements.NONE;
  }

  @Override
  public Statements setDefault(ColumnPath column, LakeType type, Object value) {
    String name = "ALTER COLUMN " + column.render(Dialect.SPARK);
    return alterSpark(
        value == null
            ? name + " DROP DEFAULT"
            : name + " SET DEFAULT " + SqlValues.literal(value, type, Dialect.SPARK));
  }

  /** Trino's COMMENT ON COLUMN knows no fields. */
  @Override
  public Statements comment(ColumnPath column, String comment) {
    Statements both = super.comment(column, comment);
    return call(
        column.nested() ? Statements.spark(both.byEngine().get("spark")) : both,
        DeltaCalls.schema("with another comment on " + column));
  }

  @Override
  public Statements move(ColumnPath column, Position position) {
    return call(
        super.move(column, position), DeltaCalls.schema("with " + column + " in its new place"));
  }

  @Override
  public Statements setProperties(Map<String, String> properties) {
    return super.setProperties(withVersions(properties))
        .withCall(DeltaCalls.properties(properties));
  }

  /**
   * Delta before 3.3 enables column mapping only where the versions are named with it, and later
   * ones then take no more than these instead of table features, which more readers know.
   */
  private Map<String, String> withVersions(Map<String, String> properties) {
    boolean enables = "name".equals(properties.get(DeltaTable.MAPPING_MODE)) && !mapped;
    if (!enables || DeltaProtocol.before(table).minWriter() >= DeltaUpgrade.MAPPING_WRITER) {
      return properties;
    }
    Map<String, String> all = new HashMap<>(properties);
    all.put("delta.minReaderVersion", String.valueOf(DeltaUpgrade.MAPPING_READER));
    all.put("delta.minWriterVersion", String.valueOf(DeltaUpgrade.MAPPING_WRITER));
    return all;
  }

  /** Partition columns are fixed. */
  @Override
  public Statements addPartitionField(PartitionTransform field) {
    return Statements.NONE;
  }

  @Override
  public Statements dropPartitionField(PartitionTransform field) {
    return Statements.NONE;
  }

  @Override
  public Statements sort(List<SortField> order) {
    String columns =
        order.stream()
            .map(field -> field.term().source().render(Dialect.SPARK))
            .collect(Collectors.joining(", "));
    return alterSpark("CLUSTER BY " + (order.isEmpty() ? "NONE" : "(" + columns + ")"))
        .withCall(DeltaCalls.clustering(order));
  }

  @Override
  public Statements upgrade(int version) {
    DeltaProtocol before = DeltaProtocol.before(table);
    return alterSpark(
        "SET TBLPROPERTIES ('delta.minReaderVersion' = '"
            + DeltaUpgrade.readerOf(version, before)
            + "', 'delta.minWriterVersion' = '"
            + version
            + "')");
  }

  @Override
  public Statements createTable(Change.CreateTable create) {
    return Statements.of(
        dialect ->
            CreateTables.head(table.name(), create, dialect) + partitioning(create, dialect));
  }

  private static String partitioning(Change.CreateTable create, Dialect dialect) {
    boolean spark = dialect == Dialect.SPARK;
    String columns =
        create.partitioning().stream()
            .map(
                field ->
                    spark
                        ? field.render(dialect)
                        : Identifiers.literal(field.source().leaf(), dialect))
            .collect(Collectors.joining(", "));
    if (create.partitioning().isEmpty()) {
      return spark ? " USING delta" : "";
    }
    return spark
        ? " USING delta PARTITIONED BY (" + columns + ")"
        : " WITH (partitioned_by = ARRAY[" + columns + "])";
  }

  /** Delta has no tags: {@link DeltaRetention} holds what is needed. */
  @Override
  public Statements protect(Duration keep) {
    return setProperties(DeltaRetention.raised(table, keep));
  }

  @Override
  public Statements release() {
    return Statements.NONE;
  }

  /**
   * Puts the whole table back; Trino's connector has no statement for it, Kernel no call.
   *
   * @param version as DESCRIBE HISTORY counts
   */
  Statements restore(long version) {
    return Statements.spark(
        "RESTORE TABLE " + name(Dialect.SPARK) + " TO VERSION AS OF " + version);
  }

  private Statements wholeColumn(ColumnPath column, Function<Dialect, String> rest) {
    return alter(
        dialect -> dialect == Dialect.TRINO && column.nested() ? null : rest.apply(dialect));
  }

  /** Kernel evolves the schema of tables with column mapping only. */
  private Statements call(Statements statements, String call) {
    return mapped ? statements.withCall(call) : statements;
  }
}
