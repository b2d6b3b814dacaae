package io.stillwater.planning.formats.iceberg;

import io.stillwater.events.plan.Plan;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.CommonSql;
import io.stillwater.planning.steps.SqlValues;
import io.stillwater.planning.steps.Statements;
import java.time.Duration;
import java.util.List;

/** Statements for Iceberg tables ({@code facts/table-formats.md}, section 3). */
final class IcebergSql extends CommonSql {
  /** Spark reads a name with a hyphen only in quotes. */
  private static final String TAG = "`stillwater-" + Plan.DEPLOYMENT_ID + "`";

  private final TableModel table;

  IcebergSql(TableModel table) {
    super(table.name());
    this.table = table;
  }

  /** Spark has no default and no NOT NULL for an added column of Iceberg, Trino no NOT NULL. */
  @Override
  public Statements addColumn(Change.AddColumn add) {
    return alter(
        dialect -> {
          boolean unknown = dialect == Dialect.SPARK && add.defaultValue() != null;
          return unknown || !add.nullable() ? null : newColumn(add, dialect);
        });
  }

  private static String newColumn(Change.AddColumn add, Dialect dialect) {
    StringBuilder sql = new StringBuilder("ADD COLUMN ");
    sql.append(add.column().render(dialect)).append(' ').append(add.type().render(dialect));
    if (add.defaultValue() != null) {
      sql.append(" DEFAULT ").append(SqlValues.literal(add.defaultValue(), add.type(), dialect));
    }
    if (add.comment() != null) {
      sql.append(" COMMENT ").append(Identifiers.literal(add.comment(), dialect));
    }
    return sql.append(place(add.position(), dialect)).toString();
  }

  /** Trino alone has a statement for it, from format version 3 on. */
  @Override
  public Statements setDefault(ColumnPath column, LakeType type, Object value) {
    if (table.formatVersion() < 3) {
      return Statements.NONE;
    }
    String name = "ALTER COLUMN " + column.render(Dialect.TRINO);
    return alterTrino(
        value == null
            ? name + " DROP DEFAULT"
            : name + " SET DEFAULT " + SqlValues.literal(value, type, Dialect.TRINO));
  }

  /** Neither engine makes a column of Iceberg required; the library does. */
  @Override
  public Statements setNullable(ColumnPath column, boolean nullable) {
    return nullable ? super.setNullable(column, true) : Statements.NONE;
  }

  @Override
  public Statements addPartitionField(PartitionTransform field) {
    return LayoutSql.spec(this, "ADD", field, table.withSpec(table.specWith(field)));
  }

  @Override
  public Statements dropPartitionField(PartitionTransform field) {
    return LayoutSql.spec(this, "DROP", field, table.withSpec(table.specWithout(field)));
  }

  @Override
  public Statements sort(List<SortField> order) {
    return LayoutSql.sort(this, order);
  }

  @Override
  public Statements upgrade(int version) {
    return alter(
        dialect ->
            dialect == Dialect.SPARK
                ? "SET TBLPROPERTIES ('format-version' = '" + version + "')"
                : "SET PROPERTIES format_version = " + version);
  }

  @Override
  public Statements createTable(Change.CreateTable create) {
    return CreateTableSql.of(table.name(), create);
  }

  /** A tag outlives snapshot expiry; Trino's connector has no statement for tags. */
  @Override
  public Statements protect(Duration keep) {
    long days = Math.max(1, keep.toDays());
    return alterSpark("CREATE TAG " + TAG + " RETAIN " + days + " DAYS");
  }

  @Override
  public Statements release() {
    return alterSpark("DROP TAG " + TAG);
  }
}
