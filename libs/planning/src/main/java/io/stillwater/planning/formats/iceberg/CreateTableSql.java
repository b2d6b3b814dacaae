package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.steps.CreateTables;
import io.stillwater.planning.steps.Statements;
import java.util.stream.Collectors;

/** Statements that create a table. */
final class CreateTableSql {
  private CreateTableSql() {}

  static Statements of(TableName table, Change.CreateTable create) {
    return Statements.of(dialect -> statement(table, create, dialect));
  }

  private static String statement(TableName table, Change.CreateTable create, Dialect dialect) {
    return CreateTables.head(table, create, dialect)
        + (dialect == Dialect.SPARK ? " USING iceberg" : "")
        + partitioning(create, dialect);
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
