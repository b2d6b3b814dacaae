package io.stillwater.planning.steps;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.type.LakeType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Statements for one table, per engine, as a person would type them. */
public final class TableSql {
  private final TableName table;

  public TableSql(TableName table) {
    this.table = table;
  }

  /** {@code ALTER TABLE <table> <rest>} for both engines; a null rest leaves the engine out. */
  public Map<String, String> alter(Function<Dialect, String> rest) {
    return both(
        dialect -> {
          String text = rest.apply(dialect);
          return text == null ? null : "ALTER TABLE " + table.render(dialect) + " " + text;
        });
  }

  public Map<String, String> alterTrino(String rest) {
    return alter(dialect -> dialect == Dialect.TRINO ? rest : null);
  }

  public Map<String, String> alterSpark(String rest) {
    return alter(dialect -> dialect == Dialect.SPARK ? rest : null);
  }

  public Map<String, String> dropColumn(ColumnPath column) {
    return alter(dialect -> "DROP COLUMN " + column.render(dialect));
  }

  public Map<String, String> renameColumn(ColumnPath column, String to) {
    return alter(
        dialect ->
            "RENAME COLUMN " + column.render(dialect) + " TO " + Identifiers.quote(to, dialect));
  }

  public Map<String, String> changeType(ColumnPath column, LakeType to) {
    return alter(
        dialect ->
            "ALTER COLUMN "
                + column.render(dialect)
                + (dialect == Dialect.SPARK ? " TYPE " : " SET DATA TYPE ")
                + to.render(dialect));
  }

  public Map<String, String> comment(ColumnPath column, String comment) {
    String text = comment == null ? "" : comment;
    return both(
        dialect -> {
          String literal = Identifiers.literal(text, dialect);
          return dialect == Dialect.SPARK
              ? "ALTER TABLE "
                  + table.render(dialect)
                  + " ALTER COLUMN "
                  + column.render(dialect)
                  + " COMMENT "
                  + literal
              : "COMMENT ON COLUMN "
                  + table.render(dialect)
                  + "."
                  + column.render(dialect)
                  + " IS "
                  + literal;
        });
  }

  public static Map<String, String> both(Function<Dialect, String> statement) {
    Map<String, String> statements = new LinkedHashMap<>();
    String trino = statement.apply(Dialect.TRINO);
    String spark = statement.apply(Dialect.SPARK);
    if (trino != null) {
      statements.put("trino", trino);
    }
    if (spark != null) {
      statements.put("spark", spark);
    }
    return statements;
  }
}
