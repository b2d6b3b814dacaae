package io.stillwater.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.EventJson;
import io.stillwater.events.EventSchemas;
import io.stillwater.events.EventTypes;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.render.PlanMarkdown;
import io.stillwater.planning.render.PlanText;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Changes of {@code lake.app.events} at random, and what must hold of their plans whatever they
 * are.
 *
 * @param paths of columns that may be there
 * @param fresh of columns that are not
 */
public record ChangeProperties(
    List<String> paths, List<String> fresh, List<String> types, List<String> fields) {

  public Arbitrary<List<String>> lists() {
    return lists(changes());
  }

  public static Arbitrary<List<String>> lists(Arbitrary<String> changes) {
    return changes.list().ofMinSize(1).ofMaxSize(4).map(ChangeProperties::distinct);
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

  private Arbitrary<String> changes() {
    Arbitrary<String> path = Arbitraries.of(paths);
    Arbitrary<String> type = Arbitraries.of(types);
    Arbitrary<String> field = Arbitraries.of(fields);
    Arbitrary<String> position =
        Arbitraries.of("", ", first: true", ", after: n", ", after: nowhere", ", after: new");
    Arbitrary<String> extra =
        Arbitraries.of("", ", default: 7", ", default: x", ", nullable: false");
    Arbitrary<String> strategy = Arbitraries.of("expand_contract", "in_place", "view");
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(fresh), type, extra, position)
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

  /** Planning never fails, and answers in the contract's terms. */
  public static void assertAnswered(
      List<String> changes, TableState table, List<EngineInUse> engines) {
    for (Release release : releases(changes)) {
      for (boolean contraction : new boolean[] {false, true}) {
        Plan plan = plan(release, table, engines, contraction);

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
  }

  /** Verdicts are the same in whatever order the changes are written. */
  public static void assertOrderless(
      List<String> changes, TableState table, List<EngineInUse> engines, long seed) {
    List<String> shuffled = new ArrayList<>(changes);
    Collections.shuffle(shuffled, new Random(seed));
    List<Release> forth = releases(changes);
    List<Release> back = releases(shuffled);
    assertThat(back).hasSameSizeAs(forth);
    if (!forth.isEmpty()) {
      assertThat(verdicts(forth.get(0), table, engines))
          .isEqualTo(verdicts(back.get(0), table, engines));
    }
  }

  /** None where the changes contradict each other, which reading says. */
  private static List<Release> releases(List<String> changes) {
    return Lakes.releaseOf(changes).stream().toList();
  }

  private static Plan plan(
      Release release, TableState table, List<EngineInUse> engines, boolean contraction) {
    Environment environment = Environment.withoutFile("production");
    TableSnapshot lake = TableSnapshot.of(engines, List.of(table));
    return contraction
        ? Lakes.planner().planContraction(release, environment, lake)
        : Lakes.planner().plan(release, environment, lake);
  }

  private static List<String> verdicts(
      Release release, TableState table, List<EngineInUse> engines) {
    return Lakes.verdicts(plan(release, table, engines, false));
  }
}
