package io.stillwater.monitor.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.Event;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.check.VerdictAction;
import io.stillwater.events.check.VerdictReached;
import io.stillwater.events.command.Command;
import io.stillwater.events.command.CommandAnswer;
import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentEvent.StepRef;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepKind;
import io.stillwater.monitor.support.Deployment;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryFoldTest {
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private final Deployment deployment = Deployment.of("production", null);
  private final List<Event<?>> events = new ArrayList<>();

  @Test
  void aPlanAloneIsADeploymentThatIsPlanned() {
    // When
    at(0, EventTypes.PLAN_CREATED, deployment.plan());

    // Then
    DeploymentView view = view();
    assertThat(view.state()).isEqualTo("PLANNED");
    assertThat(view.finished()).isFalse();
    assertThat(view.steps()).extracting(StepView::state).containsOnly(Progress.PENDING);
    assertThat(view.tables()).containsExactly(Deployment.TABLE);
    assertThat(view.components()).extracting(ComponentView::name).containsExactly("trino");
  }

  @Test
  void aReasonHoldsUntilTheStateMoves() {
    // When
    moved(0, DeploymentState.AWAITING_APPROVAL, "HIGH risk waits for approval");
    moved(5, DeploymentState.PRE_CHECKING, null);

    // Then
    assertThat(view().reason()).isNull();
  }

  @Test
  void phasesHaveTheirDurationsAndOneCutShortHasFailed() {
    // When
    phase(0, EventTypes.PHASE_STARTED, Phase.EXPAND, DeploymentState.EXPANDING);
    phase(4, EventTypes.PHASE_COMPLETED, Phase.EXPAND, DeploymentState.EXPANDING);
    phase(4, EventTypes.PHASE_STARTED, Phase.ROLL_OUT, DeploymentState.ROLLING_OUT);
    moved(9, DeploymentState.ROLLING_BACK, "a breach");
    moved(20, DeploymentState.ROLLED_BACK, "a breach");

    // Then
    DeploymentView view = view();
    assertThat(view.phases())
        .extracting(PhaseView::state)
        .containsExactly(Progress.COMPLETED, Progress.FAILED);
    assertThat(view.phases())
        .extracting(PhaseView::duration)
        .containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(5));
    assertThat(view.duration()).isEqualTo(Duration.ofSeconds(20));
    assertThat(view.effectAt()).isEqualTo(START);
  }

  @Test
  void aRetryOpensAFailedDeploymentAgain() {
    // When
    moved(0, DeploymentState.EXPANDING, null);
    moved(3, DeploymentState.FAILED_NEEDS_HUMAN, "the catalog is away");
    boolean finishedBetween = view().finished();
    moved(60, DeploymentState.EXPANDING, null);

    // Then
    assertThat(finishedBetween).isTrue();
    assertThat(view().finished()).isFalse();
  }

  @Test
  void aStepThatWasUndoneSaysSo() {
    // Given
    at(0, EventTypes.PLAN_CREATED, deployment.plan());

    // When
    step(1, EventTypes.STEP_STARTED, 1);
    step(2, EventTypes.STEP_COMPLETED, 1);
    step(9, EventTypes.STEP_UNDONE, 1);

    // Then
    StepView step = view().steps().get(0);
    assertThat(step.state()).isEqualTo(Progress.UNDONE);
    assertThat(step.duration()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void anAnswerThatIsReadBeforeItsCommandStillFindsIt() {
    // When
    at(
        1,
        EventTypes.COMMAND_REJECTED,
        new CommandAnswer(deployment.id(), "event-2", "resume", "it is not PAUSED"));
    at(2, EventTypes.RESUME, new Command(deployment.id(), "go on", null, null, null));

    // Then
    CommandView command = view().commands().get(0);
    assertThat(command.answer()).isEqualTo("REJECTED");
    assertThat(command.answerReason()).isEqualTo("it is not PAUSED");
    assertThat(command.actor()).isEqualTo("anna");
  }

  @Test
  void theCauseOfARollbackIsToldFromTheHistory() {
    // Given
    moved(0, DeploymentState.EXPANDING, null);
    RollbackCause step = RollbackCause.of(view());
    at(
        1,
        EventTypes.VERDICT_REACHED,
        new VerdictReached(
            deployment.id(), "POST", 1, VerdictAction.ROLLBACK, "schema differs", null, List.of()));
    RollbackCause check = RollbackCause.of(view());
    at(2, EventTypes.ABORT, new Command(deployment.id(), null, "anna", null, null));
    RollbackCause person = RollbackCause.of(view());
    at(3, EventTypes.ROLLBACK, new Command(deployment.id(), "a breach", "monitor", null, null));
    RollbackCause analysis = RollbackCause.of(view());

    // Then
    assertThat(List.of(step, check, person, analysis))
        .containsExactly(
            RollbackCause.STEP, RollbackCause.CHECK, RollbackCause.PERSON, RollbackCause.ANALYSIS);
  }

  private DeploymentView view() {
    return HistoryFold.of(deployment.id(), events);
  }

  private void moved(int second, DeploymentState state, String reason) {
    at(
        second,
        EventTypes.STATE_CHANGED,
        deployment.happened(state, null, null, START.plusSeconds(second), reason));
  }

  private void phase(
      int second, EventType<DeploymentEvent> type, Phase phase, DeploymentState state) {
    at(second, type, deployment.happened(state, phase, null, START.plusSeconds(second), null));
  }

  private void step(int second, EventType<DeploymentEvent> type, int attempt) {
    StepRef step = new StepRef("s1", StepKind.ADD_COLUMN, Deployment.TABLE, attempt, null, null);
    at(
        second,
        type,
        deployment.happened(
            DeploymentState.EXPANDING, Phase.EXPAND, step, START.plusSeconds(second), null));
  }

  private <T> void at(int second, EventType<T> type, T data) {
    events.add(
        new Event<>(
            type,
            URI.create("/tests"),
            "event-" + (events.size() + 1),
            deployment.id(),
            deployment.id(),
            START.plusSeconds(second),
            Map.of(EventExtensions.ACTOR, "anna"),
            data));
  }
}
