package io.stillwater.planning.formats.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.UndoKind;
import io.stillwater.planning.ChangeProperties;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.release.Release;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DeltaPropertiesTest {
  private static final List<String> PATHS =
      List.of(
          "id",
          "ts",
          "region",
          "n",
          "small",
          "tiny",
          "f",
          "amount",
          "day",
          "must",
          "text",
          "code",
          "s",
          "s.a",
          "s.b.c",
          "s.only.x",
          "list",
          "list.element",
          "list.element.p",
          "map.key.k",
          "map.value",
          "map.value.v",
          "ints.key",
          "big",
          "d",
          "nowhere",
          "n.deep");
  private static final List<String> NEW_PATHS =
      List.of("new", "s.new", "list.element.new", "map.key.new", "'a b'", "ID", "_change_type");
  private static final List<String> TYPES =
      List.of(
          "int",
          "bigint",
          "double",
          "'decimal(20,2)'",
          "string",
          "varchar(9)",
          "timestamp",
          "timestamptz",
          "time",
          "variant",
          "'struct<x: timestamp>'",
          "'array<int>'");
  private static final List<String> ENGINES =
      List.of(
          "",
          "trino 481",
          "trino 413",
          "trino",
          "spark 3.5.5 delta 3.3.2",
          "spark 4.0.1 delta 4.0.0; trino 476",
          "flink 1.20");

  @Property(tries = 500)
  void planningNeverFailsAndAnswersInTheContractsTerms(
      @ForAll("changeLists") List<String> changes,
      @ForAll("kinds") String kind,
      @ForAll("engines") String engines) {
    ChangeProperties.assertAnswered(changes, DeltaLakes.events(kind), DeltaLakes.engines(engines));
  }

  @Property(tries = 300)
  void verdictsDoNotDependOnTheOrderOfChanges(
      @ForAll("changeLists") List<String> changes,
      @ForAll("kinds") String kind,
      @ForAll("engines") String engines,
      @ForAll long seed) {
    ChangeProperties.assertOrderless(
        changes, DeltaLakes.events(kind), DeltaLakes.engines(engines), seed);
  }

  @Property(tries = 300)
  void withoutColumnMappingNoColumnIsTakenBackByDroppingIt(
      @ForAll("changeLists") List<String> changes) {
    for (Release release : Lakes.releaseOf(changes).stream().toList()) {
      Plan plan = DeltaLakes.plan(DeltaLakes.events("plain"), "", release);
      boolean mapping = changes.stream().anyMatch(change -> change.contains("columnMapping"));

      assertThat(plan.steps())
          .filteredOn(step -> !mapping && step.kind() == StepKind.ADD_COLUMN)
          .allMatch(step -> step.undo().kind() == UndoKind.RESTORE);
    }
  }

  @Provide
  Arbitrary<String> kinds() {
    return Arbitraries.of(DeltaLakes.KINDS);
  }

  @Provide
  Arbitrary<String> engines() {
    return Arbitraries.of(ENGINES);
  }

  @Provide
  Arbitrary<List<String>> changeLists() {
    return ChangeProperties.lists(changes());
  }

  private static Arbitrary<String> changes() {
    Arbitrary<String> path = Arbitraries.of(PATHS);
    Arbitrary<String> type = Arbitraries.of(TYPES);
    Arbitrary<String> strategy = Arbitraries.of("expand_contract", "in_place", "view");
    Arbitrary<String> extra =
        Arbitraries.of("", "", ", default: 5", ", nullable: false", ", first: true");
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(NEW_PATHS), type, extra)
            .as((c, t, e) -> "operation: add_column, column: " + c + ", type: " + t + e),
        Combinators.combine(path, type)
            .as((c, t) -> "operation: widen_type, column: " + c + ", to: " + t),
        Combinators.combine(path, type)
            .as((c, t) -> "operation: change_type_narrowing, column: " + c + ", to: " + t),
        Combinators.combine(path, Arbitraries.of("renamed", "n", "'a b'"), strategy)
            .as(
                (c, to, s) ->
                    "operation: rename_column, from: " + c + ", to: " + to + ", strategy: " + s),
        Combinators.combine(
                path, Arbitraries.of("drop_column", "set_nullable", "set_not_null", "drop_default"))
            .as((c, operation) -> "operation: " + operation + ", column: " + c),
        path.map(c -> "operation: set_default, column: " + c + ", default: 5"),
        path.map(c -> "operation: set_comment, column: " + c + ", comment: x"),
        path.map(c -> "operation: move_column, column: " + c + ", first: true"),
        Arbitraries.of(
            "operation: add_partition, field: region",
            "operation: drop_partition, field: region",
            "operation: replace_partition, from: region, to: day(ts)",
            "operation: set_sort_order, order: [n]",
            "operation: set_sort_order, order: [text DESC]",
            "operation: set_properties, properties: {delta.columnMapping.mode: name}",
            "operation: set_properties, properties: {delta.enableTypeWidening: true}",
            "operation: set_properties, properties: {delta.appendOnly: false, a: b}",
            "operation: upgrade_format, version: 4",
            "operation: upgrade_format, version: 7",
            "operation: rename_table, to: lake.app.other",
            "operation: drop_table"));
  }
}
