package io.stillwater.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.UndoKind;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is held for as long as undo is promised, and what is not. */
class RetentionAndUndoTest {
  private static final String MAX_AGE = "history.expire.max-snapshot-age-ms";

  @Test
  void aDropHoldsSnapshotsForAsLongAsItsUndoIsPromised() {
    // When
    Plan plan = contraction(Lakes.events(2).build());

    // Then
    Step retain = step(plan, StepKind.RETAIN);
    assertThat(retain.arguments()).isEqualTo(new StepArguments.Retain(Duration.ofDays(7)));
    assertThat(retain.statements().get("spark")).contains("'" + MAX_AGE + "' = '604800000'");
    assertThat(retain.undo().statements().get("spark")).contains("UNSET TBLPROPERTIES");
    assertThat(plan.phases())
        .filteredOn(phase -> phase.phase() == Phase.PROTECT)
        .flatExtracting(phase -> phase.steps().stream().map(Step::kind).toList())
        .containsExactly(StepKind.RETAIN, StepKind.TAG);
    assertThat(step(plan, StepKind.DROP_COLUMN).undo().kind()).isEqualTo(UndoKind.EXACT);
    assertThat(step(plan, StepKind.DROP_COLUMN).undo().until())
        .isEqualTo("7 days after completion; rows written meanwhile read NULL");
  }

  @Test
  void aTableThatKeepsItsSnapshotsLongEnoughNeedsNoHold() {
    // When
    Plan plan = contraction(Lakes.events(2).properties(Map.of(MAX_AGE, "1209600000")).build());

    // Then
    assertThat(plan.steps().map(Step::kind)).doesNotContain(StepKind.RETAIN);
  }

  @Test
  void anAgeThatCannotBeReadIsTakenAsNone() {
    // When
    Plan plan = contraction(Lakes.events(2).properties(Map.of(MAX_AGE, "a week")).build());

    // Then
    assertThat(plan.steps().map(Step::kind)).contains(StepKind.RETAIN);
    assertThat(step(plan, StepKind.RETAIN).undo().statements().get("spark")).contains("a week");
  }

  @Test
  void whatNeedsNoOldSnapshotHoldsNone() {
    // When
    Plan plan =
        Lakes.plan(
            Lakes.release(
                "lake.app.events",
                "operation: add_column, column: c, type: int",
                "operation: rename_column, from: text, to: words",
                "operation: drop_column, column: n"),
            Lakes.events(2).build());

    // Then
    assertThat(plan.steps().map(Step::kind)).contains(StepKind.TAG).doesNotContain(StepKind.RETAIN);
  }

  @Test
  void aRequiredColumnIsProvenBeforeAndAfterItsCommitAndTakenBackExactly() {
    // When
    Plan plan =
        Lakes.plan(
            Lakes.release("lake.app.events", "operation: set_not_null, column: n"),
            Lakes.events(2).build());

    // Then
    assertThat(plan.steps().filter(step -> step.kind() == StepKind.VALIDATE))
        .extracting(Step::arguments)
        .containsOnly(new StepArguments.Validate("n", "NO_NULLS", null))
        .hasSize(2);
    Step require = step(plan, StepKind.SET_NOT_NULL);
    assertThat(require.nativeCall())
        .isEqualTo("table.updateSchema().allowIncompatibleChanges().requireColumn(\"n\").commit()");
    assertThat(require.undo().kind()).isEqualTo(UndoKind.EXACT);
    assertThat(require.undo().statements().get("trino")).endsWith("DROP NOT NULL");
    assertThat(plan.changes().get(0).estimate().rows()).isEqualTo(1_000L);
  }

  @Test
  void whatReadsOrWritesNoDataHasNoEstimate() {
    // When
    Plan plan =
        Lakes.plan(
            Lakes.release(
                "lake.app.events",
                "operation: add_column, column: c, type: int",
                "operation: rename_column, from: text, to: words"),
            Lakes.events(2).build());

    // Then
    assertThat(plan.changes().get(0).estimate()).isNull();
    assertThat(plan.changes().get(1).estimate().bytes()).isEqualTo(1_000_000L);
  }

  private static Plan contraction(TableState table) {
    return Lakes.planner()
        .planContraction(
            Lakes.release("lake.app.events", "operation: drop_column, column: text"),
            Environment.withoutFile("production"),
            TableSnapshot.of(List.of(), List.of(table)));
  }

  private static Step step(Plan plan, StepKind kind) {
    return plan.steps().filter(step -> step.kind() == kind).findFirst().orElseThrow();
  }
}
