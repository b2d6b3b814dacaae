package io.stillwater.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.UndoKind;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;

/** Random tables of the real library with data, and safe changes of them carried out. */
class RandomIcebergTablesTest {
  private static final AtomicInteger SAFE_PLANS = new AtomicInteger();

  /** A generator that never hits what the properties are about would show nothing. */
  @AfterContainer
  static void manyPlansWereSafe() {
    assertThat(SAFE_PLANS.get()).isGreaterThan(20);
  }

  @Property(tries = 200)
  void aSafePlanLeavesEveryOldColumnReadableWithTheSameValuesAndItsUndoRestoresTheSchema(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int version) {
    // Given
    Random random = new Random(seed);
    MemoryTable table = new MemoryTable(RandomColumns.schema(random), version);
    Schema before = table.schema();
    List<Record> rows = new RandomValues(random).rows(before, 3);
    table.append(rows);
    List<ObjectNode> changes = new RandomChanges(random, before).some(4);
    Optional<Release> release = RandomChanges.release(changes);
    if (release.isEmpty()) {
      return;
    }

    // When
    Plan plan = Lakes.plan(release.get(), table.describe());
    boolean safe =
        plan.status() == PlanStatus.PLANNED
            && plan.changes().stream()
                .allMatch(change -> change.classification() == Classification.SAFE);
    if (!safe) {
      return;
    }
    SAFE_PLANS.incrementAndGet();
    List<Step> done = plan.steps().toList();
    List<String> comments = new ArrayList<>();
    for (Step step : done) {
      comments.add(RealIceberg.comment(step, table.schema()));
      table.commit(RealIceberg.edit(step));
    }

    // Then
    assertReadsTheSame(table, before, rows, changes);
    for (int i = done.size() - 1; i >= 0; i--) {
      Step step = done.get(i);
      if (step.undo() != null && step.undo().kind() == UndoKind.EXACT) {
        table.commit(RealIceberg.undo(step, comments.get(i)));
      }
    }
    if (done.stream().allMatch(RandomIcebergTablesTest::exact)) {
      assertThat(table.schema().asStruct()).as(changes.toString()).isEqualTo(before.asStruct());
      assertThat(table.schema().identifierFieldIds()).isEqualTo(before.identifierFieldIds());
    }
    assertReadsTheSame(table, before, rows, changes);
  }

  private static boolean exact(Step step) {
    return step.undo() == null || step.undo().kind() == UndoKind.EXACT || RealIceberg.looks(step);
  }

  private static void assertReadsTheSame(
      MemoryTable table, Schema before, List<Record> rows, List<ObjectNode> changes) {
    List<Record> read = table.read();
    assertThat(read).as(changes.toString()).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(
              SameValues.difference(
                  rows.get(i), before.asStruct(), read.get(i), table.schema().asStruct()))
          .as(changes.toString())
          .isNull();
    }
  }
}
