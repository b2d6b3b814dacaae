package io.stillwater.planning.formats.iceberg;

import io.stillwater.events.plan.Plan;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.CommonSql;
import io.stillwater.planning.steps.SqlValues;
import io.stillwater.planning.steps.Statements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements for Iceberg tables ({@code facts/table-formats.md}, section 3). */
final class IcebergSql extends CommonSql {
  private static final String TAG = "stillwater-" + Plan.DEPLOYMENT_ID;

  private final TableModel table;

  IcebergSql(TableModel table) {
    super(table.name());
    this.table = table;
  }

  /**
   * Spark has no default and no NOT NULL for an added column of Iceberg, Trino no NOT NULL; for a
   * field of a struct Trino takes neither a place nor a default.
   */
  @Override
  public Statements addColumn(Change.AddColumn add) {
    return alter(
            dialect -> {
              boolean plain = add.defaultValue() == null && add.position() == null;
              boolean known =
                  dialect == Dialect.SPARK
                      ? add.defaultValue() == null
                      : !add.column().nested() || plain && trinoReaches(add.column());
              return known && add.nullable() ? newColumn(add, dialect) : null;
            })
        .withCall(IcebergCalls.addColumn(add));
  }

  @Override
  public Statements dropColumn(ColumnPath column) {
    return reaching(column, super.dropColumn(column)).withCall(IcebergCalls.dropColumn(column));
  }

  @Override
  public Statements renameColumn(ColumnPath column, String to) {
    return reaching(column, super.renameColumn(column, to))
        .withCall(IcebergCalls.renameColumn(column, to));
  }

  @Override
  public Statements swapNames(
      ColumnPath first, String firstTo, ColumnPath second, String secondTo) {
    return super.swapNames(first, firstTo, second, secondTo)
        .withCall(IcebergCalls.swapNames(first, firstTo, second, secondTo));
  }

  @Override
  public Statements changeType(ColumnPath column, LakeType to) {
    return reaching(column, super.changeType(column, to))
        .withCall(IcebergCalls.changeType(column, to));
  }

  /** Trino alone has a statement for it, from format version 3 on. */
  @Override
  public Statements setDefault(ColumnPath column, LakeType type, Object value) {
    String name = "ALTER COLUMN " + column.render(Dialect.TRINO);
    Statements statements =
        table.formatVersion() < 3 || column.nested()
            ? Statements.NONE
            : alterTrino(
                value == null
                    ? name + " DROP DEFAULT"
                    : name + " SET DEFAULT " + SqlValues.literal(value, type, Dialect.TRINO));
    return statements.withCall(IcebergCalls.setDefault(column, type, value));
  }

  /** Neither engine makes a column of Iceberg required; Trino changes no field of a struct. */
  @Override
  public Statements setNullable(ColumnPath column, boolean nullable) {
    Statements statements = Statements.NONE;
    if (nullable) {
      Statements both = super.setNullable(column, true);
      statements = column.nested() ? both.without("trino") : both;
    }
    return statements.withCall(IcebergCalls.setNullable(column, nullable));
  }

  /** Trino reads a path behind ON COLUMN as the table's name. */
  @Override
  public Statements comment(ColumnPath column, String comment) {
    Statements both = super.comment(column, comment);
    return (column.nested() ? both.without("trino") : both)
        .withCall(IcebergCalls.comment(column, comment));
  }

  @Override
  public Statements move(ColumnPath column, Position position) {
    return super.move(column, position).withCall(IcebergCalls.move(column, position));
  }

  @Override
  public Statements setProperties(Map<String, String> properties) {
    return super.setProperties(properties).withCall(IcebergCalls.setProperties(properties));
  }

  @Override
  public Statements addPartitionField(PartitionTransform field) {
    return LayoutSql.spec(this, "ADD", field, table.withSpec(table.specWith(field)))
        .withCall(IcebergCalls.addPartitionField(field));
  }

  @Override
  public Statements dropPartitionField(PartitionTransform field) {
    return LayoutSql.spec(this, "DROP", field, table.withSpec(table.specWithout(field)))
        .withCall(IcebergCalls.dropPartitionField(field));
  }

  @Override
  public Statements sort(List<SortField> order) {
    return LayoutSql.sort(this, order).withCall(IcebergCalls.sort(order));
  }

  @Override
  public Statements upgrade(int version) {
    return alter(
            dialect ->
                dialect == Dialect.SPARK
                    ? "SET TBLPROPERTIES ('format-version' = '" + version + "')"
                    : "SET PROPERTIES format_version = " + version)
        .withCall(IcebergCalls.upgrade(version));
  }

  @Override
  public Statements createTable(Change.CreateTable create) {
    return CreateTableSql.of(table.name(), create)
        .withCall(IcebergCalls.createTable(table.name(), create));
  }

  @Override
  public Statements renameTable(TableName to) {
    return super.renameTable(to).withCall(IcebergCalls.renameTable(table.name(), to));
  }

  @Override
  public Statements dropTable() {
    return super.dropTable().withCall(IcebergCalls.dropTable(table.name()));
  }

  /** A tag outlives snapshot expiry; Trino's connector has no statement for tags. */
  @Override
  public Statements protect(Duration keep) {
    long days = Math.max(1, keep.toDays());
    return alterSpark("CREATE TAG `" + TAG + "` RETAIN " + days + " DAYS")
        .withCall(IcebergCalls.createTag(TAG, keep));
  }

  @Override
  public Statements release() {
    return alterSpark("DROP TAG `" + TAG + "`").withCall(IcebergCalls.removeTag(TAG));
  }

  private Statements reaching(ColumnPath column, Statements statements) {
    return trinoReaches(column) ? statements : statements.without("trino");
  }

  /** Trino's path goes through rows and by {@code element} through arrays, not through maps. */
  private boolean trinoReaches(ColumnPath column) {
    for (Optional<ColumnPath> up = column.parent(); up.isPresent(); up = up.get().parent()) {
      boolean map =
          table
              .find(up.get())
              .map(FieldAt::type)
              .filter(LakeType.Map.class::isInstance)
              .isPresent();
      if (map) {
        return false;
      }
    }
    return true;
  }
}
