package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.NewColumn;
import io.stillwater.planning.steps.Statements;
import java.util.stream.Collectors;

/** Statements that create a table. */
final class CreateTableSql {
  private CreateTableSql() {}

  static Statements of(TableName table, Change.CreateTable create) {
    return Statements.of(dialect -> statement(table, create, dialect));
  }

  private static String statement(TableName table, Change.CreateTable create, Dialect dialect) {
    String columns =
        create.columns().stream()
            .map(column -> column(column, dialect))
            .collect(Collectors.joining(", "));
    return "CREATE TABLE "
        + table.render(dialect)
        + " ("
        + columns
        + ")"
        + (dialect == Dialect.SPARK ? " USING iceberg" : "")
        + partitioning(create, dialect);
  }

  private static String column(NewColumn column, Dialect dialect) {
    return Identifiers.quote(column.name(), dialect)
        + " "
        + column.type().render(dialect)
        + (column.nullable() ? "" : " NOT NULL")
        + (column.comment() == null
            ? ""
            : " COMMENT " + Identifiers.literal(column.comment(), dialect));
  }

  private static String partitioning(Change.CreateTable create, Dialect dialect) {
    if (create.partitioning().isEmpty()) {
      return "";
    }
    boolean spark = dialect == Dialect.SPARK;
    String fields =
        create.partitioning().stream()
            .map(field -> spark ? field.render(dialect) : field.trinoProperty())
            .collect(Collectors.joining(", "));
    return spark
        ? " PARTITIONED BY (" + fields + ")"
        : " WITH (partitioning = ARRAY[" + fields + "])";
  }
}
