package io.stillwater.events.deployment;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.release.ReleaseRef;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened to a deployment; the type says what. Fields without a meaning for a type
 * are absent.
 *
 * @param state the state after what happened
 * @param previousState on {@code state.changed}
 * @param at when it happened, not when it was sent
 * @param reason in words: why it stopped, waits, failed or went back
 * @param soakUntil while SOAKING: when the soak ends
 * @param kept on {@code rolledback}: what could not be taken back, and why
 * @param plan on {@code started}, and on {@code state.changed} when it was planned anew
 * @param component on {@code component.changed}
 */
public record DeploymentEvent(
    String deploymentId,
    String planId,
    String requestId,
    ReleaseRef release,
    DeploymentState state,
    DeploymentState previousState,
    Phase phase,
    StepRef step,
    Instant at,
    String reason,
    Instant soakUntil,
    List<Kept> kept,
    Plan plan,
    ComponentRef component) {

  /**
   * The step an event speaks of.
   *
   * @param detail what it found or did, in words
   * @param conflicts of SYNC, on {@code state.changed} when their number has changed: rows in which
   *     both names hold different values, which block the contraction
   */
  public record StepRef(
      String id,
      StepKind kind,
      String target,
      int attempt,
      String detail,
      Long durationMs,
      Long conflicts) {
    public StepRef(
        String id, StepKind kind, String target, int attempt, String detail, Long durationMs) {
      this(id, kind, target, attempt, detail, durationMs, null);
    }

    public StepRef withConflicts(long rows) {
      return new StepRef(id, kind, target, attempt, detail, durationMs, rows);
    }
  }

  public record Kept(String what, String reason) {}

  public record ComponentRef(String name, String version, String previousVersion) {}
}
