package io.stillwater.executor.domain;

import static io.stillwater.events.plan.ConsumerVerdict.BREAKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Consumer;
import io.stillwater.events.plan.Cost;
import io.stillwater.events.plan.Estimate;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.PhasePlan;
import io.stillwater.events.plan.Pin;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Risk;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.Summary;
import io.stillwater.events.release.ReleaseRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApprovalTest {
  private static final LocalDate DAY = LocalDate.parse("2026-06-03");
  private static final String SQL = "ALTER TABLE users SET PROPERTIES partitioning = ARRAY['day']";

  @Test
  void aTableThatOnlyGrewKeepsItsApproval() {
    Plan approved = plan(Classification.UNSAFE, 1_000L, SQL, 811L);
    Plan grown = plan(Classification.UNSAFE, 2_000L, SQL, 812L);

    assertThat(Approval.covers(approved, grown)).isTrue();
  }

  @Test
  void anotherStatementNeedsAnotherApproval() {
    Plan approved = plan(Classification.UNSAFE, 1_000L, SQL, 811L);
    Plan moved = plan(Classification.UNSAFE, 1_000L, SQL + " -- of another spec", 811L);

    assertThat(Approval.covers(approved, moved)).isFalse();
  }

  @Test
  void anotherVerdictNeedsAnotherApproval() {
    Plan approved = plan(Classification.SAFE, 1_000L, SQL, 811L);
    Plan worse = plan(Classification.UNSAFE, 1_000L, SQL, 811L);

    assertThat(Approval.covers(approved, worse)).isFalse();
  }

  @Test
  void aReaderThatReadsOnKeepsTheApproval() {
    Plan approved = read(new Consumer("QUERY", "dash-42", null, DAY, BREAKS, "seen 3 times"));
    Plan later =
        read(new Consumer("QUERY", "dash-42", null, DAY.plusDays(1), BREAKS, "seen 5 times"));

    assertThat(Approval.covers(approved, later)).isTrue();
  }

  @Test
  void aReaderWhoWasNotKnownNeedsAnotherApproval() {
    Plan approved = read();
    Plan later = read(new Consumer("QUERY", "dash-42", null, DAY, BREAKS, "seen once"));

    assertThat(Approval.covers(approved, later)).isFalse();
  }

  private static Plan read(Consumer... readers) {
    return plan(Classification.UNSAFE, 1_000L, SQL, 811L, List.of(readers));
  }

  private static Plan plan(
      Classification classification, long rows, String statement, long snapshot) {
    return plan(classification, rows, statement, snapshot, List.of());
  }

  private static Plan plan(
      Classification classification,
      long rows,
      String statement,
      long snapshot,
      List<Consumer> readers) {
    ChangeVerdict change =
        new ChangeVerdict(
            "lake.crm.users",
            "add_partition",
            "ts",
            classification,
            Cost.METADATA,
            null,
            new Estimate(rows, 1L, rows),
            List.of(),
            List.of(),
            readers);
    Step step =
        new Step(
            "s1",
            StepKind.ADD_PARTITION_FIELD,
            "lake.crm.users",
            "Partition by day",
            new StepArguments.PartitionField("day(ts)"),
            Map.of("trino", statement),
            null,
            List.of(),
            null,
            false);
    return new Plan(
        "p-1",
        null,
        null,
        new ReleaseRef("r", "v1", "production"),
        PlanStatus.PLANNED,
        Risk.HIGH,
        new Summary(0, 1, 0, 0),
        List.of(change),
        List.of(),
        List.of(new PhasePlan(Phase.EXPAND, List.of(step))),
        List.of(),
        List.of(new Pin("lake.crm.users", "u1", 1, snapshot, 0)),
        null,
        null);
  }
}
