package io.stillwater.planning.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Step;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.PartitionSpecState;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import io.trino.sql.parser.SqlParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

/**
 * Statements with hostile names are the same statements as with plain ones, but for the names: each
 * engine's lexer must find the same words around them, and the very names inside the quotes.
 */
class StatementsTest {
  private static final Environment BOTH_ENGINES =
      Lakes.environment(
          """
          catalogs: {lake: {type: rest}}
          engines: [{name: trino, version: "476"}, {name: spark, version: 3.5.5}]
          """);

  private static final Names PLAIN = new Names("orders", "plain", "fresh", "part", "words");

  @Property(tries = 300)
  void aHostileNameChangesNothingButTheName(@ForAll("hostile") Names hostile, @ForAll Shape shape) {
    // When
    Map<String, String> plain = statements(plan(PLAIN, shape));
    Map<String, String> odd = statements(plan(hostile, shape));

    // Then
    assertThat(odd.keySet()).isEqualTo(plain.keySet());
    odd.forEach(
        (key, sql) -> {
          Skeleton expected = skeleton(key, plain.get(key));
          Skeleton found = skeleton(key, sql);
          assertThat(found.words()).as(sql).isEqualTo(expected.words());
          assertThat(found.names()).as(sql).isEqualTo(hostile.inPlaceOf(PLAIN, expected.names()));
          assertThat(found.texts()).as(sql).hasSameSizeAs(expected.texts());
        });
  }

  @Property(tries = 100)
  void trinosOwnParserTakesEveryStatement(@ForAll("hostile") Names hostile, @ForAll Shape shape) {
    SqlParser parser = new SqlParser();
    statements(plan(hostile, shape))
        .forEach(
            (key, sql) -> {
              if (key.endsWith("trino")) {
                for (String one : Skeleton.trino(sql).statements()) {
                  assertThat(parser.createStatement(one)).as(one).isNotNull();
                }
              }
            });
  }

  @Test
  void aTextThatIsSqlStaysAText() {
    // Given
    String text = "it's \\' \"x\"; DROP TABLE t; -- `";

    // When
    Map<String, String> statements =
        statements(plan(new Names("orders", "a", "b", "c", text), Shape.COLUMNS));

    // Then
    assertThat(statements.entrySet())
        .filteredOn(
            one -> one.getValue().contains("COMMENT") && one.getKey().contains("ADD_COLUMN"))
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(skeleton(one.getKey(), one.getValue()).texts()).containsExactly(text));
  }

  @Provide
  Arbitrary<Names> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "`",
            "``",
            "\"",
            "\"\"",
            "'",
            "\\",
            "\\'",
            ";",
            "--",
            "/*",
            "*/",
            " ",
            "select",
            "table",
            "DROP TABLE x",
            "ö",
            "漢",
            "😀",
            "|",
            "<",
            ">",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            ",",
            ":",
            "=",
            "%",
            "$",
            "@",
            "#",
            "?",
            "!",
            "x",
            "_",
            "1",
            "\u00a0",
            "Z");
    Arbitrary<String> name =
        pieces
            .list()
            .ofMinSize(1)
            .ofMaxSize(6)
            .map(parts -> String.join("", parts))
            .filter(text -> !text.isBlank());
    return name.list()
        .ofSize(5)
        .filter(StatementsTest::columnsDiffer)
        .map(all -> new Names(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4)));
  }

  private static boolean columnsDiffer(List<String> names) {
    Set<String> columns = new HashSet<>(List.of("id", "ts", "added"));
    return names.subList(1, 4).stream()
        .allMatch(column -> columns.add(column.toLowerCase(Locale.ROOT)));
  }

  private static Skeleton skeleton(String key, String sql) {
    return key.endsWith("trino") ? Skeleton.trino(sql) : Skeleton.spark(sql);
  }

  private static Map<String, String> statements(Plan plan) {
    assertThat(plan.status()).as(Lakes.codes(plan).toString()).isEqualTo(PlanStatus.PLANNED);
    Map<String, String> statements = new LinkedHashMap<>();
    for (Step step : plan.steps().toList()) {
      String key = step.id() + " " + step.kind() + " ";
      step.statements().forEach((engine, sql) -> statements.put(key + engine, sql));
      step.undo()
          .statements()
          .forEach((engine, sql) -> statements.put(key + "undo " + engine, sql));
    }
    assertThat(statements).isNotEmpty();
    return statements;
  }

  private static Plan plan(Names names, Shape shape) {
    TableName table = TableName.of("lake", "sales", names.table);
    TableState state =
        TableState.builder(table, TableFormat.ICEBERG, 2)
            .catalogType("REST")
            .version("7a0f6c3e-0000-4000-8000-000000000001", 1, 811L, 0)
            .columns(
                Column.required(1, "id", Lakes.type("bigint")),
                Column.of(2, names.column, Lakes.type("int")),
                Column.of(3, names.part, Lakes.type(shape == Shape.LAYOUT ? "bigint" : "int")),
                Column.of(4, "ts", Lakes.type("timestamp")))
            .partitionSpecs(List.of(new PartitionSpecState(0, true, List.of())))
            .size(1_000L, 4L, 1_000_000L)
            .build();
    return Lakes.planner()
        .plan(
            names.release(table, shape),
            BOTH_ENGINES,
            io.stillwater.planning.snapshot.TableSnapshot.of(List.of(), List.of(state)));
  }

  /** Changes that between them need every kind of statement. */
  enum Shape {
    COLUMNS,
    LAYOUT,
    IN_PLACE,
    NEW_TABLE
  }

  private record Names(String table, String column, String fresh, String part, String text) {

    private Release release(TableName name, Shape shape) {
      String changes =
          switch (shape) {
            case COLUMNS ->
                """
                {"operation": "add_column", "column": "added", "type": "string", "comment": %s},
                {"operation": "rename_column", "from": %s, "to": %s},
                {"operation": "set_comment", "column": %s, "comment": %s},
                {"operation": "add_partition", "field": %s},
                {"operation": "set_properties", "properties": {%s: "x"}}
                """
                    .formatted(
                        quoted(text),
                        quoted(path(column)),
                        quoted(path(fresh)),
                        quoted(path(column)),
                        quoted(text),
                        quoted("bucket(16, " + path(part) + ")"),
                        quoted("owner." + text));
            case LAYOUT ->
                """
                {"operation": "rename_column", "from": %s, "to": %s, "strategy": "view"},
                {"operation": "change_type_narrowing", "column": %s, "to": "int"},
                {"operation": "set_sort_order", "order": [%s, "id"]}
                """
                    .formatted(
                        quoted(path(column)),
                        quoted(path(fresh)),
                        quoted(path(part)),
                        quoted("ts DESC"));
            case IN_PLACE ->
                """
                {"operation": "rename_column", "from": %s, "to": %s, "strategy": "in_place"},
                {"operation": "widen_type", "column": %s, "to": "bigint"},
                {"operation": "set_sort_order", "order": [%s]},
                {"operation": "move_column", "column": "id", "after": %s}
                """
                    .formatted(
                        quoted(path(column)),
                        quoted(path(fresh)),
                        quoted(path(part)),
                        quoted(path(part) + " DESC NULLS LAST"),
                        quoted(path(part)));
            case NEW_TABLE ->
                """
                {"operation": "create_table", "partitioning": [%s], "columns": [
                  {"name": "id", "type": "bigint", "nullable": false},
                  {"name": %s, "type": "int", "comment": %s},
                  {"name": %s, "type": %s}]}
                """
                    .formatted(
                        quoted("truncate(4, " + path(part) + ")"),
                        quoted(part),
                        quoted(text),
                        quoted(fresh),
                        quoted("struct<" + path(column) + ": int>"));
          };
      TableName changed = shape == Shape.NEW_TABLE ? name.withName("new " + name.name()) : name;
      String json =
          """
          {"apiVersion": "stillwater/v1", "kind": "Release",
           "metadata": {"name": "test", "version": "v1", "environment": "production"},
           "spec": {"tables": [{"table": %s, "changes": [%s]}]}}
          """
              .formatted(quoted(changed.toString()), changes);
      Parsed<Release> parsed = ReleaseDocuments.parse(json).get(0);
      assertThat(parsed.errors()).as(json).isEmpty();
      return ((Parsed.Valid<Release>) parsed).value();
    }

    private List<String> inPlaceOf(Names plain, List<String> names) {
      List<String> replaced = new ArrayList<>();
      List<Tuple2<String, String>> pairs =
          List.of(
              Tuple.of(plain.table, table),
              Tuple.of("new " + plain.table, "new " + table),
              Tuple.of(plain.column, column),
              Tuple.of(plain.fresh, fresh),
              Tuple.of(plain.part, part));
      for (String name : names) {
        replaced.add(
            pairs.stream()
                .filter(pair -> name.equals(pair.get1()) || name.startsWith(pair.get1() + "_"))
                .map(pair -> pair.get2() + name.substring(pair.get1().length()))
                .findFirst()
                .orElse(name));
      }
      return replaced;
    }

    private static String path(String name) {
      return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String quoted(String text) {
      return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
  }
}
