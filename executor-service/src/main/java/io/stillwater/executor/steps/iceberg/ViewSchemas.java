package io.stillwater.executor.steps.iceberg;

import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.ImpossibleStepException;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.PinnedTable;
import io.stillwater.lakehouse.engine.SqlSession;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;

/** The columns of a view that shows all columns of a table, some under other names. */
@Singleton
class ViewSchemas {
  /** Its quoting is the embedded engine's too. */
  private static final String DIALECT = "trino";

  private final Lake lake;

  ViewSchemas(Lake lake) {
    this.lake = lake;
  }

  /**
   * @param sql the view's text per dialect: a selection from the table and nothing after it
   * @throws ImpossibleStepException when the text is another
   */
  Schema of(TableName name, Map<String, String> sql) {
    String text = sql.getOrDefault(DIALECT, "");
    String from = " FROM " + name.render(Dialect.TRINO);
    if (!text.endsWith(from)) {
      throw new ImpossibleStepException(
          "The view's text for %s does not end with '%s': %s".formatted(DIALECT, from, text));
    }
    Table table = lake.table(name);
    List<String> names = names(name, table, text.substring(0, text.length() - from.length()));
    List<Types.NestedField> columns = table.schema().columns();
    if (names.size() != columns.size()) {
      throw new ImpossibleStepException(
          "The view shows %d columns, its table %s has %d"
              .formatted(names.size(), name, columns.size()));
    }
    List<Types.NestedField> shown = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      shown.add(Types.NestedField.from(columns.get(i)).withName(names.get(i)).build());
    }
    return new Schema(shown);
  }

  private List<String> names(TableName name, Table table, String select) {
    try (SqlSession session = lake.sql().open()) {
      String source = session.register(PinnedTable.current(name, table));
      return session.query(select + " FROM " + source + " LIMIT 0").columns();
    }
  }
}
