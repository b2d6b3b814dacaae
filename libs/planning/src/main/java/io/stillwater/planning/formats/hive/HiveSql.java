package io.stillwater.planning.formats.hive;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.schema.ColumnEdits;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.FixedLayoutSql;
import io.stillwater.planning.steps.Statements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Statements for Hive tables: Hive's own, which reach the partitions with CASCADE, those of Trino
 * and Spark where they do the same, and the call of the metastore.
 */
final class HiveSql extends FixedLayoutSql {
  private final TableModel table;
  private final HiveTable hive;
  private final HiveText text;

  HiveSql(TableModel table) {
    super(table.name());
    this.table = table;
    this.hive = new HiveTable(table);
    this.text = new HiveText(table.name(), hive.partitioned());
  }

  /** Neither Trino nor Spark gives a new column to partitions that are there. */
  @Override
  public Statements addColumn(Change.AddColumn add) {
    ColumnPath path = add.column();
    if (path.nested()) {
      Column added = Column.of(null, path.leaf(), add.type());
      return wholeColumn(path, ColumnEdits.add(table.columns(), path, added, add.position()), "");
    }
    Column column = new Column(null, path.leaf(), add.type(), true, add.comment(), null);
    String appended = text.alter("ADD COLUMNS (" + HiveText.described(column) + ")");
    if (add.position() == null) {
      return text.with(
          appended,
          hive.partitioned() ? Statements.NONE : alter(dialect -> plainAdd(add, dialect)));
    }
    String place = place(add.position(), Dialect.SPARK);
    String type = HiveTypes.text(add.type());
    String moved = text.change(path.leaf(), HiveText.quoted(path.leaf()) + " " + type + place);
    return text.with(appended + "; " + moved, Statements.NONE);
  }

  private static String plainAdd(Change.AddColumn add, Dialect dialect) {
    String type = HiveTypes.text(add.type(), dialect);
    if (type == null) {
      return null;
    }
    String column =
        add.column().render(dialect)
            + " "
            + type
            + (add.comment() == null
                ? ""
                : " COMMENT " + Identifiers.literal(add.comment(), dialect));
    return dialect == Dialect.SPARK ? "ADD COLUMNS (" + column + ")" : "ADD COLUMN " + column;
  }

  /** Hive drops by naming the columns that stay, for some of the file formats. */
  @Override
  public Statements dropColumn(ColumnPath column) {
    Statements trino = alterTrino("DROP COLUMN " + column.render(Dialect.TRINO));
    if (!hive.storage().replaceable()) {
      return trino.withCall(text.call("without " + column));
    }
    String rest =
        hive.dataColumns(ColumnEdits.drop(table.columns(), column)).stream()
            .map(HiveText::described)
            .collect(Collectors.joining(", "));
    return text.with(text.alter("REPLACE COLUMNS (" + rest + ")"), trino);
  }

  @Override
  public Statements renameColumn(ColumnPath column, String to) {
    Statements trino =
        alterTrino(
            "RENAME COLUMN "
                + column.render(Dialect.TRINO)
                + " TO "
                + Identifiers.quote(to, Dialect.TRINO));
    String type =
        HiveTypes.text(
            table.find(column).or(() -> table.find(column.sibling(to))).orElseThrow().type());
    return text.with(
        text.change(column.leaf(), HiveText.quoted(to) + " " + type),
        hive.partitioned() ? Statements.NONE : trino);
  }

  @Override
  public Statements changeType(ColumnPath column, LakeType to) {
    return wholeColumn(column, ColumnEdits.retype(table.columns(), column, to), "");
  }

  /** NOT NULL is a constraint with a name, which the snapshot does not have. */
  @Override
  public Statements setNullable(ColumnPath column, boolean nullable) {
    return Statements.NONE.withCall(
        "HiveMetaStoreClient.dropConstraint(NOT NULL of " + column + ")");
  }

  @Override
  public Statements setDefault(ColumnPath column, LakeType type, Object value) {
    return Statements.NONE.withCall(
        "HiveMetaStoreClient.dropConstraint(DEFAULT of " + column + ")");
  }

  @Override
  public Statements comment(ColumnPath column, String comment) {
    Statements both = super.comment(column, comment);
    if (hive.isPartition(column)) {
      return both.only("trino");
    }
    String said = Identifiers.literal(comment == null ? "" : comment, Dialect.SPARK);
    return both.and(wholeColumn(column, table.columns(), " COMMENT " + said));
  }

  @Override
  public Statements move(ColumnPath column, Position position) {
    return wholeColumn(column, table.columns(), place(position, Dialect.SPARK));
  }

  @Override
  public Statements setProperties(Map<String, String> properties) {
    return text.with(
        setProperties(HiveText.name(table.name()), properties), super.setProperties(properties));
  }

  @Override
  public Statements upgrade(int version) {
    return Statements.NONE;
  }

  @Override
  public Statements createTable(Change.CreateTable create) {
    return new Statements(Map.of("hive", text.create(create)), null);
  }

  @Override
  public Statements renameTable(TableName to) {
    return text.with(
        "ALTER TABLE " + HiveText.name(table.name()) + " RENAME TO " + HiveText.name(to),
        super.renameTable(to));
  }

  @Override
  public Statements dropTable() {
    return text.with("DROP TABLE " + HiveText.name(table.name()), super.dropTable());
  }

  /** There are no snapshots to keep. */
  @Override
  public Statements protect(Duration keep) {
    return Statements.NONE;
  }

  @Override
  public Statements release() {
    return Statements.NONE;
  }

  /** CHANGE COLUMN names the column's whole type again; a comment that is not named stays. */
  private Statements wholeColumn(ColumnPath path, List<Column> after, String rest) {
    String top = path.parts().get(0);
    Column column = after.stream().filter(one -> one.name().equals(top)).findFirst().orElseThrow();
    String to = HiveText.quoted(top) + " " + HiveTypes.text(column.type());
    return text.with(text.change(top, to + rest), Statements.NONE);
  }
}
