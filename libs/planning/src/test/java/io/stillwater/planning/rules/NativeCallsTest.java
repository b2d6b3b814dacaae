package io.stillwater.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native calls are Java that compiles against the library. */
class NativeCallsTest {
  private static final String HEAD =
      """
      import java.math.BigDecimal;
      import org.apache.iceberg.*;
      import org.apache.iceberg.catalog.*;
      import org.apache.iceberg.expressions.*;
      import org.apache.iceberg.types.Types;
      class Calls {
      """;

  @TempDir java.nio.file.Path folder;

  @Test
  void everyCallCompilesWhateverTheNames() {
    // Given
    List<String> calls = new ArrayList<>();
    for (String change : changes()) {
      calls.addAll(calls(Lakes.release("lake.app.events", change), Lakes.events(3).build()));
    }
    calls.addAll(calls(created(), null));

    // When
    StringBuilder source = new StringBuilder(HEAD);
    for (int i = 0; i < calls.size(); i++) {
      source.append("void c" + i + "(Table table, Catalog catalog) { " + calls.get(i) + "; }\n");
    }

    // Then
    assertThat(calls).hasSizeGreaterThan(25);
    assertThat(problems(source.append("}").toString())).isEmpty();
  }

  private static List<String> changes() {
    return List.of(
        "operation: add_column, column: c, type: int, default: 7, comment: \"it's \\\"new\\\"\\n\"",
        "operation: add_column, column: s.c, type: 'decimal(9,2)', default: 1.5, first: true",
        "operation: add_column, column: c, type: date, default: '2026-01-01', after: n",
        "operation: add_column, column: c, type: bigint, default: 7, nullable: false",
        "operation: add_column, column: c, type: 'map<string, array<struct<a: uuid, b: time>>>'",
        "operation: add_column, column: '\"od\"\"d \\\\ näme\"', type: timestamptz",
        "operation: widen_type, column: amount, to: 'decimal(18,2)'",
        "operation: rename_column, from: text, to: 'new \"name\"'",
        "operation: rename_column, from: text, to: words, strategy: in_place",
        "operation: change_type_narrowing, column: big, to: int",
        "operation: drop_column, column: text",
        "operation: set_nullable, column: must",
        "operation: set_not_null, column: n",
        "operation: set_default, column: f, default: 1.5",
        "operation: drop_default, column: d",
        "operation: set_comment, column: s.a, comment: \"\\\\u0022 \\t\"",
        "operation: move_column, column: s.b, first: true",
        "operation: move_column, column: n, after: id",
        "operation: add_partition, field: 'truncate(4, text)'",
        "operation: add_partition, field: region",
        "operation: drop_partition, field: day(ts)",
        "operation: replace_partition, from: 'bucket(16, id)', to: hour(ts)",
        "operation: set_sort_order, order: ['bucket(4, id) DESC NULLS FIRST', region]",
        "operation: set_properties, properties: {a: \"it's \\\"b\\\"\", c: null}",
        "operation: rename_table, to: lake.app.other",
        "operation: drop_table");
  }

  private static Release created() {
    return Lakes.release(
        "lake.app.fresh",
        "operation: create_table, columns: [{name: id, type: bigint, nullable: false},"
            + " {name: s, type: 'struct<a: int>'}], partitioning: ['bucket(16, id)']");
  }

  private static List<String> calls(Release release, TableState table) {
    TableSnapshot lake = TableSnapshot.of(List.of(), table == null ? List.of() : List.of(table));
    Environment environment = Environment.withoutFile("production");
    List<String> calls = new ArrayList<>();
    for (Plan plan :
        List.of(
            Lakes.planner().plan(release, environment, lake),
            Lakes.planner().planContraction(release, environment, lake))) {
      assertThat(plan.phases()).as(plan.changes().toString()).isNotEmpty();
      plan.steps().map(Step::nativeCall).filter(Objects::nonNull).forEach(calls::add);
    }
    return calls;
  }

  private List<String> problems(String source) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("mem:///Calls.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    compiler.getTask(null, null, diagnostics, options, null, List.of(file)).call();
    return diagnostics.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(
            one ->
                one.getMessage(null)
                    + " in "
                    + source.lines().toList().get((int) one.getLineNumber() - 1))
        .toList();
  }
}
