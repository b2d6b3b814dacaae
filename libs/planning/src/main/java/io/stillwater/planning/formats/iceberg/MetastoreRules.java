package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Map;

/**
 * A Hive metastore compares columns by their place and refuses a table whose types changed there,
 * unless it is told not to (Iceberg's Spark DDL documentation, DROP COLUMN and ALTER COLUMN).
 */
final class MetastoreRules {
  private static final String SETTING = "hive.metastore.disallow.incompatible.col.type.changes";

  private final TableModel table;
  private final PlanContext context;
  private final Findings findings;

  MetastoreRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.context = context;
    this.findings = findings;
  }

  /** The columns behind it move up; the last has none. */
  void drop(ColumnPath column) {
    List<Column> columns = table.columns();
    boolean last =
        !column.nested()
            && !columns.isEmpty()
            && columns.get(columns.size() - 1).name().equals(column.leaf());
    if (!last) {
      judge(column, "to drop " + column);
    }
  }

  void move(ColumnPath column) {
    judge(column, "to move " + column);
  }

  private void judge(ColumnPath column, String what) {
    if (!"HIVE".equalsIgnoreCase(table.base().catalogType())) {
      return;
    }
    String setting = setting();
    if ("false".equalsIgnoreCase(setting)) {
      return;
    }
    if ("true".equalsIgnoreCase(setting) && !column.nested()) {
      findings.refuse(
          "hive metastore",
          FindingCode.METASTORE_REFUSES,
          "the Hive metastore refuses " + what,
          SETTING + "=true");
    } else {
      findings.add(
          FindingCode.METASTORE_ORDER,
          "the Hive metastore may refuse " + what,
          setting == null ? SETTING + " is not known" : SETTING + "=" + setting);
    }
  }

  /** As the table's snapshot names it, else as the environment's catalog does; null if neither. */
  private String setting() {
    String own = table.properties().get(SETTING);
    if (own != null) {
      return own;
    }
    Map<String, Object> catalog = context.environment().catalogs().get(table.name().catalog());
    Object properties = catalog == null ? null : catalog.get("properties");
    Object value = properties instanceof Map<?, ?> map ? map.get(SETTING) : null;
    return value == null ? null : value.toString();
  }
}
