package io.stillwater.planning.formats.hudi;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.OnInvalid;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.CreateTables;
import io.stillwater.planning.steps.FixedLayoutSql;
import io.stillwater.planning.steps.Statements;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * Statements for Hudi tables: Spark's, with schema on read set where the table has it, and the
 * calls of {@code BaseHoodieWriteClient}. Trino only reads such tables.
 */
final class HudiSql extends FixedLayoutSql {
  private static final String WITH_HISTORY = "SET " + HudiTable.SCHEMA_ON_READ + "=true; ";

  /** hudi#19766; of the session alone, so that no writer drops columns by leaving them out. */
  private static final String MAY_DROP =
      "SET hoodie.datasource.write.schema.allow.auto.evolution.column.drop=true; ";

  private final TableModel table;
  private final boolean schemaOnRead;

  HudiSql(TableModel table) {
    super(table.name());
    this.table = table;
    this.schemaOnRead = HudiTable.of(table).schemaOnRead();
  }

  @Override
  public Statements addColumn(Change.AddColumn add) {
    ColumnPath path = add.column();
    String call = call("addColumn", path, "schema of " + add.type().text());
    if (path.nested() && !schemaOnRead) {
      return Statements.NONE.withCall(call);
    }
    String column = path.render(Dialect.SPARK) + " " + add.type().render(Dialect.SPARK);
    String comment =
        add.comment() == null
            ? ""
            : " COMMENT " + Identifiers.literal(add.comment(), Dialect.SPARK);
    String place = schemaOnRead ? place(add.position(), Dialect.SPARK) : "";
    return ddl("ADD COLUMNS (" + column + comment + place + ")").withCall(call);
  }

  @Override
  public Statements dropColumn(ColumnPath column) {
    return withHistory(
        MAY_DROP,
        "DROP COLUMN " + column.render(Dialect.SPARK),
        call("deleteColumns", column, null));
  }

  @Override
  public Statements renameColumn(ColumnPath column, String to) {
    return withHistory(
        MAY_DROP,
        "RENAME COLUMN "
            + column.render(Dialect.SPARK)
            + " TO "
            + Identifiers.quote(to, Dialect.SPARK),
        call("renameColumn", column, text(to)));
  }

  @Override
  public Statements changeType(ColumnPath column, LakeType to) {
    return withHistory(
        "",
        "ALTER COLUMN " + column.render(Dialect.SPARK) + " TYPE " + to.render(Dialect.SPARK),
        call("updateColumnType", column, "type of " + to.text()));
  }

  @Override
  public Statements setNullable(ColumnPath column, boolean nullable) {
    return withHistory(
        "",
        "ALTER COLUMN " + column.render(Dialect.SPARK) + " DROP NOT NULL",
        call("updateColumnNullability", column, "" + nullable));
  }

  @Override
  public Statements setDefault(ColumnPath column, LakeType type, Object value) {
    return Statements.NONE;
  }

  @Override
  public Statements comment(ColumnPath column, String comment) {
    String text = comment == null ? "" : comment;
    String call = call("updateColumnComment", column, text(text));
    return column.nested() && !schemaOnRead
        ? Statements.NONE.withCall(call)
        : ddl("ALTER COLUMN "
                + column.render(Dialect.SPARK)
                + " COMMENT "
                + Identifiers.literal(text, Dialect.SPARK))
            .withCall(call);
  }

  @Override
  public Statements move(ColumnPath column, Position position) {
    return withHistory(
        "",
        "ALTER COLUMN " + column.render(Dialect.SPARK) + place(position, Dialect.SPARK),
        call("reOrderColPosition", column, place(position, Dialect.SPARK).strip()));
  }

  @Override
  public Statements upgrade(int version) {
    Integer current = HudiTable.of(table).version();
    String procedure = current != null && version < current ? "downgrade_table" : "upgrade_table";
    return Statements.spark(
        "CALL "
            + procedure
            + "(table => "
            + procedureName()
            + ", to_version => '"
            + HudiVersions.name(version)
            + "')");
  }

  @Override
  public Statements createTable(Change.CreateTable create) {
    String partitions =
        create.partitioning().stream()
            .map(field -> field.source().render(Dialect.SPARK))
            .collect(Collectors.joining(", "));
    return Statements.spark(
        CreateTables.head(table.name(), create, Dialect.SPARK)
            + " USING hudi"
            + (partitions.isEmpty() ? "" : " PARTITIONED BY (" + partitions + ")"));
  }

  @Override
  public Statements renameTable(TableName to) {
    return alterSpark("RENAME TO " + to.render(Dialect.SPARK));
  }

  @Override
  public Statements dropTable() {
    return Statements.spark("DROP TABLE " + name(Dialect.SPARK));
  }

  @Override
  public Statements copy(ColumnPath from, ColumnPath to, LakeType castTo, OnInvalid onInvalid) {
    return super.copy(from, to, castTo, onInvalid).only("spark");
  }

  /** Of the latest commit; savepointed files are kept by the cleaner. */
  @Override
  public Statements protect(Duration keep) {
    return procedure("create_savepoint", ", user => 'stillwater'")
        .withCall("BaseHoodieWriteClient.savepoint(\"stillwater\", \"before the release\")");
  }

  @Override
  public Statements release() {
    return procedure("delete_savepoint", "");
  }

  Statements restore() {
    return procedure("rollback_to_savepoint", "");
  }

  private Statements procedure(String name, String more) {
    return Statements.spark("CALL " + name + "(table => " + procedureName() + more + ")");
  }

  /** Procedures take the table's name as text, without its catalog. */
  private String procedureName() {
    return Identifiers.literal(
        String.join(".", table.name().namespace()) + "." + table.name().name(), Dialect.SPARK);
  }

  private Statements ddl(String rest) {
    return Statements.spark(
        (schemaOnRead ? WITH_HISTORY : "") + "ALTER TABLE " + name(Dialect.SPARK) + " " + rest);
  }

  /** Without schema on read Hudi's statement refuses, and a writer's schema does it. */
  private Statements withHistory(String settings, String rest, String call) {
    return schemaOnRead
        ? Statements.spark(
                WITH_HISTORY + settings + "ALTER TABLE " + name(Dialect.SPARK) + " " + rest)
            .withCall(call)
        : Statements.NONE.withCall(call);
  }

  private static String call(String method, ColumnPath column, String more) {
    return "BaseHoodieWriteClient."
        + method
        + "("
        + text(String.join(".", column.parts()))
        + (more == null ? "" : ", " + more)
        + ")";
  }

  private static String text(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
