package io.stillwater.planning.steps;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.NewColumn;
import java.util.stream.Collectors;

/** What statements that create a table have in common, whatever its format. */
public final class CreateTables {
  private CreateTables() {}

  /** {@code CREATE TABLE <table> (<columns>)}. */
  public static String head(TableName table, Change.CreateTable create, Dialect dialect) {
    String columns =
        create.columns().stream()
            .map(column -> column(column, dialect))
            .collect(Collectors.joining(", "));
    return "CREATE TABLE " + table.render(dialect) + " (" + columns + ")";
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
}
