package io.stillwater.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.EventJson;
import io.stillwater.events.EventSchemas;
import io.stillwater.events.EventTypes;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import io.stillwater.planning.render.PlanMarkdown;
import io.stillwater.planning.render.PlanText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PlanningPropertiesTest {
  private static final List<String> PATHS =
      List.of(
          "id",
          "ts",
          "region",
          "n",
          "f",
          "amount",
          "day",
          "must",
          "text",
          "s",
          "s.a",
          "s.b.c",
          "s.only.x",
          "list",
          "list.element",
          "list.element.p",
          "map.key.k",
          "map.value.v",
          "big",
          "d",
          "old_region",
          "nowhere",
          "n.deep",
          "list.nowhere");
  private static final List<String> NEW_PATHS =
      List.of("new", "s.new", "list.element.new", "id_bucket", "ID", "map.key.new", "'a b'");
  private static final List<String> TYPES =
      List.of(
          "int",
          "bigint",
          "float",
          "double",
          "'decimal(12,2)'",
          "string",
          "date",
          "timestamp",
          "timestamp_ns",
          "'struct<x: int>'",
          "'array<int>'");
  private static final List<String> FIELDS =
      List.of("region", "day(ts)", "hour(ts)", "'bucket(16, id)'", "'truncate(2, text)'", "s.a");

  @Property(tries = 500)
  void planningNeverFailsAndAnswersInTheContractsTerms(
      @ForAll("changeLists") List<String> changes,
      @ForAll @IntRange(min = 1, max = 3) int version) {
    for (Release release : Lakes.releaseOf(changes).stream().toList()) {
      Plan plan = Lakes.plan(release, Lakes.events(version).build());

      assertThat(Lakes.codes(plan)).doesNotContain("SW599");
      assertThat(plan.changes()).hasSameSizeAs(changes);
      assertThat(PlanText.render(plan, true)).isNotBlank();
      assertThat(PlanMarkdown.render(plan)).isNotBlank();
      var type =
          plan.status() == PlanStatus.PLANNED ? EventTypes.PLAN_CREATED : EventTypes.PLAN_REFUSED;
      Plan sent = plan.forRequest("r", "d-1");
      assertThat(
              EventSchemas.validate(
                  type, EventJson.MAPPER.valueToTree(sent), EventSchemas.UnknownFields.REFUSED))
          .isEmpty();
    }
  }

  @Property(tries = 300)
  void verdictsDoNotDependOnTheOrderOfChanges(
      @ForAll("changeLists") List<String> changes,
      @ForAll @IntRange(min = 1, max = 3) int version,
      @ForAll long seed) {
    List<String> shuffled = new ArrayList<>(changes);
    Collections.shuffle(shuffled, new Random(seed));
    Optional<Release> forth = Lakes.releaseOf(changes);
    Optional<Release> back = Lakes.releaseOf(shuffled);
    assertThat(back.isPresent()).isEqualTo(forth.isPresent());
    if (forth.isPresent()) {
      assertThat(verdicts(forth.get(), version)).isEqualTo(verdicts(back.get(), version));
    }
  }

  @Property(tries = 1000)
  void readingNeverFails(@ForAll String text) {
    ReleaseDocuments.parse(text).forEach(parsed -> assertThat(parsed.errors()).isNotEmpty());
  }

  @Provide
  Arbitrary<List<String>> changeLists() {
    return changes().list().ofMinSize(1).ofMaxSize(4).map(PlanningPropertiesTest::distinct);
  }

  /** Of moves the first alone: where columns end up is the order in which they are moved. */
  private static List<String> distinct(List<String> changes) {
    boolean[] moved = new boolean[1];
    return changes.stream()
        .distinct()
        .filter(
            change -> {
              boolean move = change.startsWith("operation: move_column");
              boolean again = move && moved[0];
              moved[0] |= move;
              return !again;
            })
        .toList();
  }

  private static Arbitrary<String> changes() {
    Arbitrary<String> path = Arbitraries.of(PATHS);
    Arbitrary<String> fresh = Arbitraries.of(NEW_PATHS);
    Arbitrary<String> type = Arbitraries.of(TYPES);
    Arbitrary<String> field = Arbitraries.of(FIELDS);
    Arbitrary<String> position =
        Arbitraries.of("", ", first: true", ", after: n", ", after: nowhere", ", after: new");
    Arbitrary<String> extra =
        Arbitraries.of("", ", default: 7", ", default: x", ", nullable: false");
    Arbitrary<String> strategy = Arbitraries.of("expand_contract", "in_place", "view");
    return Arbitraries.oneOf(
        Combinators.combine(fresh, type, extra, position)
            .as((c, t, e, p) -> "operation: add_column, column: " + c + ", type: " + t + e + p),
        Combinators.combine(path, type)
            .as((c, t) -> "operation: widen_type, column: " + c + ", to: " + t),
        Combinators.combine(path, type)
            .as((c, t) -> "operation: change_type_narrowing, column: " + c + ", to: " + t),
        Combinators.combine(path, Arbitraries.of("renamed", "n", "ts_day"), strategy)
            .as(
                (c, to, s) ->
                    "operation: rename_column, from: " + c + ", to: " + to + ", strategy: " + s),
        Combinators.combine(
                path, Arbitraries.of("drop_column", "set_nullable", "set_not_null", "drop_default"))
            .as((c, operation) -> "operation: " + operation + ", column: " + c),
        path.map(c -> "operation: set_default, column: " + c + ", default: 5"),
        path.map(c -> "operation: set_comment, column: " + c + ", comment: x"),
        path.map(c -> "operation: move_column, column: " + c + ", first: true"),
        field.map(f -> "operation: add_partition, field: " + f),
        field.map(f -> "operation: drop_partition, field: " + f),
        Combinators.combine(field, field)
            .as((f, t) -> "operation: replace_partition, from: " + f + ", to: " + t),
        Arbitraries.of(
            "operation: set_sort_order, order: [n DESC]",
            "operation: set_properties, properties: {a: b}",
            "operation: upgrade_format, version: 3",
            "operation: rename_table, to: lake.app.other",
            "operation: drop_table"));
  }

  private static List<String> verdicts(Release release, int version) {
    return Lakes.verdicts(Lakes.plan(release, Lakes.events(version).build()));
  }
}
