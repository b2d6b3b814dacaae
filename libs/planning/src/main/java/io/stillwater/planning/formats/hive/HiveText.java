package io.stillwater.planning.formats.hive;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.steps.Statements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Hive's own words for one table; it quotes and escapes as Spark does.
 *
 * @param partitioned whether changes must cascade to partitions
 */
record HiveText(TableName table, boolean partitioned) {

  /** Hive knows no catalogs in its statements. */
  static String name(TableName name) {
    return name.namespace().stream().map(HiveText::quoted).collect(Collectors.joining("."))
        + "."
        + quoted(name.name());
  }

  static String quoted(String name) {
    return Identifiers.quote(name, Dialect.SPARK);
  }

  /** Name, type and comment. */
  static String described(Column column) {
    String comment =
        column.comment() == null
            ? ""
            : " COMMENT " + Identifiers.literal(column.comment(), Dialect.SPARK);
    return quoted(column.name()) + " " + HiveTypes.text(column.type()) + comment;
  }

  String change(String column, String to) {
    return alter("CHANGE COLUMN " + quoted(column) + " " + to);
  }

  /** A change of columns, that partitions get too. */
  String alter(String rest) {
    return "ALTER TABLE " + name(table) + " " + rest + (partitioned ? " CASCADE" : "");
  }

  /** Partition columns are declared apart from those of the files. */
  String create(Change.CreateTable create) {
    List<String> partitions =
        create.partitioning().stream().map(field -> field.source().leaf()).toList();
    String declared = columns(create, partitions, true);
    return "CREATE TABLE "
        + name(table)
        + " ("
        + columns(create, partitions, false)
        + ")"
        + (declared.isEmpty() ? "" : " PARTITIONED BY (" + declared + ")")
        + " STORED AS PARQUET";
  }

  private static String columns(
      Change.CreateTable create, List<String> partitions, boolean partition) {
    return create.columns().stream()
        .filter(column -> partitions.contains(column.name()) == partition)
        .map(one -> new Column(null, one.name(), one.type(), true, one.comment(), null))
        .map(HiveText::described)
        .collect(Collectors.joining(", "));
  }

  Statements with(String statement, Statements others) {
    Map<String, String> all = new LinkedHashMap<>(others.byEngine());
    all.put("hive", statement);
    return new Statements(all, call("changed"));
  }

  String call(String what) {
    return "HiveMetaStoreClient.alter_table_with_environmentContext("
        + name(table)
        + ", "
        + what
        + (partitioned ? ", CASCADE=true)" : ")");
  }
}
