package io.stillwater.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.EventJson;
import io.stillwater.events.EventSchemas;
import io.stillwater.events.EventTypes;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.EnginesInUse;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Plans of random changes of random tables, whatever engines are in use. */
class RandomPlansTest {
  private static final List<String> ENGINES =
      List.of(
          "trino 483; spark 3.5.5 iceberg=1.10.0",
          "trino 476",
          "trino; spark",
          "spark 4.0.1 iceberg=1.11.0; flink 2.0 iceberg=1.8.1",
          "iceberg-rust 0.7; pyiceberg 0.11",
          "trino x; spark y iceberg=z");

  @Property(tries = 500)
  void planningNeverFailsAndDoesNotDependOnTheOrderOfChanges(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int version) {
    // Given
    Random random = new Random(seed);
    MemoryTable table = new MemoryTable(RandomColumns.schema(random), version);
    List<ObjectNode> changes = new RandomChanges(random, table.schema()).some(5);
    List<ObjectNode> shuffled = new ArrayList<>(changes);
    Collections.shuffle(shuffled, random);
    TableState state = table.describe();
    String engines = ENGINES.get(random.nextInt(ENGINES.size()));

    // When
    Optional<Plan> forth = RandomChanges.release(changes).map(one -> plan(one, state, engines));
    Optional<Plan> back = RandomChanges.release(shuffled).map(one -> plan(one, state, engines));

    // Then
    assertThat(back.isPresent()).isEqualTo(forth.isPresent());
    forth.ifPresent(
        plan -> {
          assertThat(Lakes.codes(plan)).as(plan.changes().toString()).doesNotContain("SW599");
          assertThat(Lakes.verdicts(plan)).isEqualTo(Lakes.verdicts(back.orElseThrow()));
          assertThat(
                  EventSchemas.validate(
                      plan.status() == PlanStatus.PLANNED
                          ? EventTypes.PLAN_CREATED
                          : EventTypes.PLAN_REFUSED,
                      EventJson.MAPPER.valueToTree(plan.forRequest("r", "d-1")),
                      EventSchemas.UnknownFields.REFUSED))
              .isEmpty();
        });
  }

  private static Plan plan(Release release, TableState table, String engines) {
    return Lakes.planner()
        .plan(
            release,
            Environment.withoutFile("production"),
            TableSnapshot.of(EnginesInUse.parse(engines), List.of(table)));
  }
}
