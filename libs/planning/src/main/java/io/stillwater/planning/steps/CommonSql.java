package io.stillwater.planning.steps;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.OnInvalid;
import io.stillwater.planning.release.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Statements that Trino and Spark spell alike for every format that has them at all. */
public abstract class CommonSql implements TableSql {
  private final TableName table;

  protected CommonSql(TableName table) {
    this.table = table;
  }

  @Override
  public String name(Dialect dialect) {
    return table.render(dialect);
  }

  /** {@code ALTER TABLE <table> <rest>} per engine; a null rest leaves the engine out. */
  protected Statements alter(Function<Dialect, String> rest) {
    return Statements.of(
        dialect -> {
          String text = rest.apply(dialect);
          return text == null ? null : "ALTER TABLE " + name(dialect) + " " + text;
        });
  }

  protected Statements alterTrino(String rest) {
    return alter(dialect -> dialect == Dialect.TRINO ? rest : null);
  }

  protected Statements alterSpark(String rest) {
    return alter(dialect -> dialect == Dialect.SPARK ? rest : null);
  }

  /** {@code ADD COLUMN} with all that the change asks for. */
  protected static String newColumn(Change.AddColumn add, Dialect dialect) {
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

  @Override
  public Statements dropColumn(ColumnPath column) {
    return alter(dialect -> "DROP COLUMN " + column.render(dialect));
  }

  @Override
  public Statements renameColumn(ColumnPath column, String to) {
    return alter(
        dialect ->
            "RENAME COLUMN " + column.render(dialect) + " TO " + Identifiers.quote(to, dialect));
  }

  @Override
  public Statements changeType(ColumnPath column, LakeType to) {
    return alter(
        dialect ->
            "ALTER COLUMN "
                + column.render(dialect)
                + (dialect == Dialect.SPARK ? " TYPE " : " SET DATA TYPE ")
                + to.render(dialect));
  }

  @Override
  public Statements setNullable(ColumnPath column, boolean nullable) {
    return alter(
        dialect ->
            "ALTER COLUMN "
                + column.render(dialect)
                + (nullable ? " DROP NOT NULL" : " SET NOT NULL"));
  }

  @Override
  public Statements comment(ColumnPath column, String comment) {
    String text = comment == null ? "" : comment;
    return Statements.of(
        dialect -> {
          String literal = Identifiers.literal(text, dialect);
          return dialect == Dialect.SPARK
              ? "ALTER TABLE "
                  + name(dialect)
                  + " ALTER COLUMN "
                  + column.render(dialect)
                  + " COMMENT "
                  + literal
              : "COMMENT ON COLUMN "
                  + name(dialect)
                  + "."
                  + column.render(dialect)
                  + " IS "
                  + literal;
        });
  }

  @Override
  public Statements move(ColumnPath column, Position position) {
    return alterSpark(
        "ALTER COLUMN " + column.render(Dialect.SPARK) + place(position, Dialect.SPARK));
  }

  /** {@code FIRST} or {@code AFTER}; nothing for null. */
  protected static String place(Position position, Dialect dialect) {
    if (position == null) {
      return "";
    }
    return position.first() ? " FIRST" : " AFTER " + Identifiers.quote(position.after(), dialect);
  }

  /** Spark's: Trino sets only the properties that it knows. */
  @Override
  public Statements setProperties(Map<String, String> properties) {
    return Statements.spark(setProperties(name(Dialect.SPARK), properties));
  }

  /**
   * As Spark and Hive spell it.
   *
   * @param table already quoted
   */
  protected static String setProperties(String table, Map<String, String> properties) {
    List<String> set = new ArrayList<>();
    List<String> unset = new ArrayList<>();
    new TreeMap<>(properties)
        .forEach(
            (name, value) -> {
              String quoted = Identifiers.literal(name, Dialect.SPARK);
              if (value == null) {
                unset.add(quoted);
              } else {
                set.add(quoted + " = " + Identifiers.literal(value, Dialect.SPARK));
              }
            });
    List<String> statements = new ArrayList<>();
    if (!set.isEmpty()) {
      statements.add(
          "ALTER TABLE " + table + " SET TBLPROPERTIES (" + String.join(", ", set) + ")");
    }
    if (!unset.isEmpty()) {
      statements.add(
          "ALTER TABLE "
              + table
              + " UNSET TBLPROPERTIES IF EXISTS ("
              + String.join(", ", unset)
              + ")");
    }
    return String.join("; ", statements);
  }

  @Override
  public Statements renameTable(TableName to) {
    return alter(dialect -> "RENAME TO " + to.render(dialect));
  }

  @Override
  public Statements dropTable() {
    return Statements.of(dialect -> "DROP TABLE " + name(dialect));
  }

  /** Trino's UPDATE sets whole columns only. */
  @Override
  public Statements copy(ColumnPath from, ColumnPath to, LakeType castTo, OnInvalid onInvalid) {
    return Statements.of(
        dialect ->
            dialect == Dialect.TRINO && to.nested()
                ? null
                : update(dialect, from, to, castTo, onInvalid));
  }

  private String update(
      Dialect dialect, ColumnPath from, ColumnPath to, LakeType castTo, OnInvalid onInvalid) {
    String source = from.render(dialect);
    String target = to.render(dialect);
    String value =
        castTo == null
            ? source
            : (onInvalid == OnInvalid.SET_NULL ? "TRY_CAST(" : "CAST(")
                + source
                + " AS "
                + castTo.render(dialect)
                + ")";
    String differs =
        dialect == Dialect.SPARK
            ? "NOT " + target + " <=> " + value
            : target + " IS DISTINCT FROM " + value;
    return "UPDATE " + name(dialect) + " SET " + target + " = " + value + " WHERE " + differs;
  }
}
