package io.stillwater.checks.table;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.Finding;
import io.stillwater.checks.LakeTables;
import io.stillwater.checks.Settings;
import io.stillwater.checks.TableCheck;
import io.stillwater.checks.TargetColumn;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types.NestedField;

/**
 * The table has the columns that the plan ends with: names, types and nullability. Another order of
 * the same columns is a warning: engines read by name.
 */
public final class SchemaCheck implements TableCheck.PerTable {
  private final LakeTables tables;

  public SchemaCheck(LakeTables tables) {
    this.tables = tables;
  }

  @Override
  public Finding check(TableName name, Settings settings, CheckContext context) {
    List<TargetColumn> target = context.targets().get(name);
    if (target == null) {
      target = TargetColumns.read(settings);
    }
    if (target.isEmpty()) {
      return Finding.unknown(
          "It is not known which columns " + name + " is to end with: no plan names them", null);
    }
    String limit = "the %d columns of the plan".formatted(target.size());
    Optional<Table> found = tables.find(name);
    if (found.isEmpty()) {
      return Finding.fail("no table", limit, name + " is not there", "catalog entry of " + name);
    }
    return compare(name, found.get(), target, limit);
  }

  private static Finding compare(
      TableName name, Table table, List<TargetColumn> target, String limit) {
    List<NestedField> columns = table.schema().columns();
    String value = columns.size() + " columns";
    String evidence = "Iceberg schema %d of %s".formatted(table.schema().schemaId(), name);
    List<String> differences = differences(columns, target);
    if (!differences.isEmpty()) {
      String detail = name + ": " + String.join("; ", differences);
      return Finding.fail(value, limit, detail, evidence);
    }
    boolean sameOrder =
        columns.stream()
            .map(NestedField::name)
            .toList()
            .equals(target.stream().map(TargetColumn::name).toList());
    return sameOrder
        ? Finding.pass(value, limit, name + " has the columns that the plan ends with", evidence)
        : Finding.warn(value, limit, name + " has the plan's columns in another order", evidence);
  }

  private static List<String> differences(List<NestedField> columns, List<TargetColumn> target) {
    Map<String, NestedField> left = new LinkedHashMap<>();
    columns.forEach(column -> left.put(column.name(), column));
    List<String> differences = new ArrayList<>();
    for (TargetColumn wanted : target) {
      NestedField column = left.remove(wanted.name());
      if (column == null) {
        differences.add("column " + wanted.name() + " is missing");
      } else {
        compare(column, wanted, differences);
      }
    }
    left.keySet().forEach(extra -> differences.add("column " + extra + " is not in the plan"));
    return differences;
  }

  private static void compare(NestedField column, TargetColumn wanted, List<String> differences) {
    var type = IcebergTypes.toLake(column.type());
    if (!type.equals(ColumnTypes.asStored(wanted.type()))) {
      differences.add(
          "column %s is %s, not %s".formatted(wanted.name(), type.text(), wanted.type().text()));
    }
    if (column.isOptional() != wanted.nullable()) {
      differences.add(
          "column %s is %s"
              .formatted(wanted.name(), column.isOptional() ? "nullable" : "not null"));
    }
  }
}
