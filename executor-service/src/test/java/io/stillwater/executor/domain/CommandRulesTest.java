package io.stillwater.executor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import io.stillwater.executor.domain.CommandRules.Circumstances;
import io.stillwater.executor.domain.Decision.Accepted;
import io.stillwater.executor.domain.Decision.Effect;
import io.stillwater.executor.domain.Decision.Rejected;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Circumstances IDLE =
      new Circumstances(false, true, NOW.plusSeconds(60), NOW);

  private static final Running EXPANDING = new Running(Phase.EXPAND, null, null);
  private static final Running SOAKING = new Running(Phase.SOAK, NOW, null);
  private static final Set<Verb> ALWAYS = EnumSet.of(Verb.PAUSE, Verb.ABORT, Verb.ROLLBACK);

  /** The table of the contract, section 5, "Commands". */
  static Stream<Arguments> table() {
    return Stream.of(
        Arguments.of(Planned.taken(false), ALWAYS),
        Arguments.of(new AwaitingApproval(false, null), with(Verb.APPROVE)),
        Arguments.of(EXPANDING, ALWAYS),
        Arguments.of(SOAKING, with(Verb.PROMOTE)),
        Arguments.of(EXPANDING.pause(PauseCause.REQUESTED, ""), with(Verb.RESUME, Verb.PROMOTE)),
        Arguments.of(
            EXPANDING.pause(PauseCause.GATE, ""), with(Verb.RESUME, Verb.PROMOTE, Verb.RETRY)),
        Arguments.of(new RollingBack("bad"), ALWAYS),
        Arguments.of(
            new RollingBack("bad").pause(PauseCause.REQUESTED, ""),
            with(Verb.RESUME, Verb.PROMOTE)),
        Arguments.of(new Completed(null), EnumSet.of(Verb.ROLLBACK)),
        Arguments.of(new RolledBack(null), EnumSet.noneOf(Verb.class)),
        Arguments.of(EXPANDING.fail("broken"), EnumSet.of(Verb.ROLLBACK, Verb.RETRY)));
  }

  private static Set<Verb> with(Verb... more) {
    Set<Verb> verbs = EnumSet.copyOf(ALWAYS);
    verbs.addAll(Arrays.asList(more));
    return verbs;
  }

  @ParameterizedTest
  @MethodSource("table")
  void commandsAreLegalWhereTheContractSaysSo(Deployment deployment, Set<Verb> legal) {
    // When
    Set<Verb> accepted =
        Arrays.stream(Verb.values())
            .filter(verb -> decide(verb, deployment, IDLE) instanceof Accepted)
            .collect(Collectors.toSet());

    // Then
    assertThat(accepted).isEqualTo(legal);
  }

  @Test
  void aRejectionNamesTheStateAndWhatWouldBeLegal() {
    // When
    Decision decision = decide(Verb.APPROVE, EXPANDING, IDLE);

    // Then
    assertThat(decision)
        .isEqualTo(
            new Rejected(
                "approve is not possible in EXPANDING; possible here: pause, abort, rollback"));
  }

  @Test
  void aPauseWaitsForTheRunningStep() {
    // Given
    Circumstances running = new Circumstances(true, true, null, NOW);

    // When
    Accepted decision = (Accepted) decide(Verb.PAUSE, EXPANDING, running);

    // Then
    assertThat(decision.next()).isEqualTo(EXPANDING);
    assertThat(decision.effects()).containsExactly(Effect.PAUSE_AFTER_STEP);
  }

  @Test
  void aRollbackWithNothingDoneEndsAtOnce() {
    // Given
    Circumstances nothing = new Circumstances(false, false, null, NOW);

    // When
    Accepted decision = (Accepted) decide(Verb.ROLLBACK, EXPANDING, nothing);

    // Then
    assertThat(decision.next().state()).isEqualTo(DeploymentState.ROLLED_BACK);
  }

  @Test
  void aRollbackAfterTheWindowSaysWhenItEnded() {
    // Given
    Circumstances late = new Circumstances(false, true, NOW.minusSeconds(1), NOW);

    // When
    Decision decision = decide(Verb.ROLLBACK, new Completed(null), late);

    // Then
    assertThat(decision.reason()).contains("the rollback window ended at 2025-12-31T23:59:59Z");
  }

  @Test
  void promoteEndsTheSoakAndInFullSkipsFurtherWaits() {
    // When
    Accepted decision = (Accepted) CommandRules.decide(Verb.PROMOTE, true, "why", SOAKING, IDLE);

    // Then
    assertThat(decision.effects()).containsExactlyInAnyOrder(Effect.PASS_GATE, Effect.SKIP_WAITS);
  }

  @Test
  void promoteOfARequestedPausePassesNoGateThatWasNotAnswered() {
    // Given
    Paused paused =
        new Running(Phase.PRE_CHECK, null, null).pause(PauseCause.REQUESTED, "a minute please");

    // When
    Accepted decision = (Accepted) decide(Verb.PROMOTE, paused, IDLE);

    // Then
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.next().state()).isEqualTo(DeploymentState.PRE_CHECKING);
  }

  private static Decision decide(Verb verb, Deployment deployment, Circumstances circumstances) {
    return CommandRules.decide(verb, false, "why", deployment, circumstances);
  }
}
