package io.stillwater.executor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.check.VerdictAction;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.fixture.Plans;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItineraryTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Plan PLAN =
      Plans.plan()
          .approvalRequired()
          .check(Phase.PRE_CHECK, "PRE", "etl_status", true)
          .addColumn("lake.sales.orders", "one", "double")
          .addColumn("lake.sales.orders", "two", "double")
          .soak(Duration.ofMinutes(10))
          .build();

  private final Map<String, StepProgress> progress = new HashMap<>();

  ItineraryTest() {
    PLAN.steps().forEach(step -> progress.put(step.id(), StepProgress.pending(step.id(), 3)));
  }

  @Test
  void anUnapprovedPlanAsksForApproval() {
    assertThat(next(Planned.taken(true), null, true))
        .isEqualTo(new Move.AskApproval(PLAN.policy().reason()));
  }

  @Test
  void anApprovedPlanQueuesForItsTablesAndThenBegins() {
    // Given
    AwaitingApproval approved = new AwaitingApproval(false, null).approve("yes");

    // Then
    assertThat(next(approved, null, false)).isEqualTo(new Move.TakeHolds());
    assertThat(next(approved, null, true)).isEqualTo(new Move.Begin(Phase.PRE_CHECK));
  }

  @Test
  void aStalePlanWaitsForThePlanner() {
    assertThat(next(Planned.taken(false).planAnew("moved"), null, true))
        .isEqualTo(new Move.Wait(null));
  }

  @Test
  void aGateIsAskedAwaitedAskedAgainAndThenCallsAPerson() {
    // Given
    Running checking = new Running(Phase.PRE_CHECK, null, null);
    Gate open = new Gate(Gate.PRE, 1, 1, NOW.plusSeconds(1), null, null, null);
    Gate late = new Gate(Gate.PRE, 1, 1, NOW, null, null, null);
    Gate lateAgain = new Gate(Gate.PRE, 2, 2, NOW, null, null, null);

    // Then
    assertThat(next(checking, null, true)).isEqualTo(new Move.AskGate(Gate.PRE, 1));
    assertThat(next(checking, open, true)).isEqualTo(new Move.Wait(NOW.plusSeconds(1)));
    assertThat(next(checking, late, true)).isEqualTo(new Move.AskGate(Gate.PRE, 2));
    assertThat(next(checking, lateAgain, true)).isInstanceOf(Move.Pause.class);
  }

  @Test
  void aVerdictDecidesWhereItGoes() {
    // Given
    Running checking = new Running(Phase.PRE_CHECK, null, null);

    // Then
    assertThat(next(checking, answered(VerdictAction.PROCEED), true))
        .isEqualTo(new Move.NextPhase(Phase.PRE_CHECK, Phase.EXPAND));
    assertThat(next(checking, answered(VerdictAction.INVESTIGATE), true))
        .isEqualTo(new Move.Pause(PauseCause.GATE, "because"));
    assertThat(next(checking, answered(VerdictAction.ROLLBACK), true))
        .isEqualTo(new Move.RollBack("because"));
  }

  private static Gate answered(VerdictAction action) {
    return new Gate(Gate.PRE, 1, 1, NOW, action, "because", null);
  }

  @Test
  void stepsAreDoneInOrderAndTheFirstEffectIsKnownAsSuch() {
    // Given
    Running expanding = new Running(Phase.EXPAND, null, null);

    // When
    Move first = next(expanding, null, true);
    put("s2", StepState.DONE, 1, null, null);
    Move second = next(expanding, null, true);

    // Then
    assertThat(first).isEqualTo(new Move.Attempt(step("s2"), true));
    assertThat(second).isEqualTo(new Move.Attempt(step("s3"), false));
  }

  @Test
  void aFailedStepWaitsForItsNextAttemptAndIsGivenUpAfterTheLast() {
    // Given
    Running expanding = new Running(Phase.EXPAND, null, null);

    // When
    put("s2", StepState.RUNNING, 1, "refused", NOW.plusSeconds(4));
    Move waits = next(expanding, null, true);
    put("s2", StepState.RUNNING, 3, "refused", NOW);
    Move givesUp = next(expanding, null, true);

    // Then
    assertThat(waits).isEqualTo(new Move.Wait(NOW.plusSeconds(4)));
    assertThat(givesUp).isEqualTo(new Move.GiveUp(step("s2"), "refused"));
  }

  @Test
  void aSoakByTimeEndsWhenItsTimeIsOver() {
    // Given
    Running soaking = new Running(Phase.SOAK, NOW.plusSeconds(5), null);
    Running over = new Running(Phase.SOAK, NOW, null);

    // Then
    assertThat(next(soaking, null, true)).isEqualTo(new Move.Wait(NOW.plusSeconds(5)));
    assertThat(next(over, null, true)).isInstanceOf(Move.EndSoak.class);
  }

  @Test
  void aSoakThatIsToCompleteWhereInconclusivePausesAtABreachOnly() {
    // Given
    Plan plan =
        Plans.plan().watched("complete").onBreach("pause").soak(Duration.ofHours(1)).build();

    // Then
    assertThat(soaked(plan, false)).isInstanceOf(Move.EndSoak.class);
    assertThat(soaked(plan, true))
        .isEqualTo(new Move.Pause(PauseCause.GATE, "a metric breached in the soak: because"));
    assertThat(soaked(plan, null)).isInstanceOf(Move.Pause.class);
  }

  @Test
  void aSoakThatIsInconclusiveSaysSoWhereItPauses() {
    // Given
    Plan plan = Plans.plan().watched("pause").onBreach("pause").soak(Duration.ofHours(1)).build();

    // Then
    assertThat(soaked(plan, false))
        .isEqualTo(new Move.Pause(PauseCause.GATE, "the soak is inconclusive: because"));
  }

  private Move soaked(Plan plan, Boolean breached) {
    progress.clear();
    progress.put("s1", StepProgress.pending("s1", 3));
    Gate gate = new Gate(Gate.SOAK, 1, 1, NOW, VerdictAction.INVESTIGATE, "because", breached);
    return Itinerary.next(course(plan, new Running(Phase.SOAK, NOW, null), gate, true), NOW);
  }

  @Test
  void undoGoesBackwardsAndThenCloses() {
    // Given
    put("s2", StepState.DONE, 1, null, null);
    put("s3", StepState.DONE, 1, null, null);

    // When
    Move first = next(new RollingBack("bad"), null, true);
    put("s3", StepState.UNDONE, 1, null, null);
    Move second = next(new RollingBack("bad"), null, true);
    put("s2", StepState.KEPT, 1, null, null);
    Move last = next(new RollingBack("bad"), null, true);

    // Then
    assertThat(first).isEqualTo(new Move.Undo(step("s3")));
    assertThat(second).isEqualTo(new Move.Undo(step("s2")));
    assertThat(last).isEqualTo(new Move.Close(false));
  }

  @Test
  void whatStandsBeforeAPointOfNoReturnIsKept() {
    // Given
    Plan plan =
        Plans.plan()
            .addColumn("lake.sales.orders", "one", "double")
            .pointOfNoReturn(
                Phase.EXPAND, StepKind.DROP_TABLE, "lake.sales.old", new StepArguments.DropTable())
            .soak(Duration.ZERO)
            .build();
    put("s1", StepState.DONE, 1, null, null);
    put("s2", StepState.KEPT, 1, null, null);

    // When
    Move move = Itinerary.next(course(plan, new RollingBack("bad"), null, true), NOW);

    // Then
    assertThat(move).isInstanceOf(Move.Keep.class);
  }

  @Test
  void aPauseThatWasAskedForComesBeforeAnythingElse() {
    // Given
    Running expanding = new Running(Phase.EXPAND, null, null);
    Course course = new Course(expanding, PLAN, progress, null, true, "lunch", false);

    // Then
    assertThat(Itinerary.next(course, NOW))
        .isEqualTo(new Move.Pause(PauseCause.REQUESTED, "lunch"));
  }

  private void put(String id, StepState state, int attempts, String error, Instant next) {
    progress.put(id, new StepProgress(id, state, attempts, 3, next, null, error));
  }

  private static Step step(String id) {
    return PLAN.step(id).orElseThrow();
  }

  private Move next(Deployment deployment, Gate gate, boolean holdsTaken) {
    return Itinerary.next(course(PLAN, deployment, gate, holdsTaken), NOW);
  }

  private Course course(Plan plan, Deployment deployment, Gate gate, boolean holdsTaken) {
    return new Course(deployment, plan, progress, gate, holdsTaken, null, false);
  }
}
