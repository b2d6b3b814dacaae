package io.stillwater.cli.follow;

import io.stillwater.events.Event;
import io.stillwater.events.EventTypes;
import io.stillwater.events.check.CheckCompleted;
import io.stillwater.events.check.VerdictReached;
import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.release.DocumentError;
import io.stillwater.events.release.ReleaseRejected;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes of the events about one release what a person reads, and knows when it has ended. */
public final class ReleaseFollower {
  private final ReleaseIds ids;
  private final boolean toTheEnd;
  private final Consumer<String> line;
  private Plan plan;
  private DeploymentState state;
  private List<DocumentError> errors = List.of();

  /**
   * @param toTheEnd whether a soaking deployment is followed until it has soaked
   * @param line told what happens, one line at a time
   */
  public ReleaseFollower(ReleaseIds ids, boolean toTheEnd, Consumer<String> line) {
    this.ids = ids;
    this.toTheEnd = toTheEnd;
    this.line = line;
  }

  /** The plan as it was last made; null before there is one. */
  public Plan plan() {
    return plan;
  }

  /** The state last heard of; null before the deployment was started. */
  public DeploymentState state() {
    return state;
  }

  /** What is wrong with a release that was rejected. */
  public List<DocumentError> errors() {
    return errors;
  }

  /** Takes the next event; the outcome once the release needs no more following. */
  public Optional<ReleaseOutcome> accept(Event<?> event) {
    if (event.data() instanceof ReleaseRejected rejected) {
      return ids.requestId().equals(rejected.requestId()) ? rejected(rejected) : Optional.empty();
    }
    if (event.data() instanceof Plan found && ids.requestId().equals(found.requestId())) {
      return planned(event, found);
    }
    if (event.data() instanceof DeploymentEvent found && isMine(found.deploymentId())) {
      return moved(event, found);
    }
    if (event.data() instanceof CheckCompleted check && isMine(check.deploymentId())) {
      line.accept(
          "  check %s %s: %s"
              .formatted(check.name(), optional(check.target()) + check.status(), check.detail()));
    }
    if (event.data() instanceof VerdictReached verdict && isMine(verdict.deploymentId())) {
      line.accept(
          "  verdict %s: %s%s"
              .formatted(verdict.stage(), verdict.action(), reason(verdict.reason())));
    }
    return Optional.empty();
  }

  private Optional<ReleaseOutcome> rejected(ReleaseRejected rejected) {
    errors = rejected.errors();
    return Optional.of(
        new ReleaseOutcome(
            ReleaseOutcome.Kind.REFUSED,
            errors.stream()
                .map(error -> error.path() + ": " + error.message())
                .collect(Collectors.joining("; "))));
  }

  private Optional<ReleaseOutcome> planned(Event<?> event, Plan found) {
    plan = found;
    line.accept(
        "plan %s: risk %s, %d safe, %d unsafe, %d refused"
            .formatted(
                found.planId(),
                found.risk(),
                found.summary().safeChanges(),
                found.summary().unsafeChanges(),
                found.summary().refusedChanges()));
    return event.type().equals(EventTypes.PLAN_REFUSED)
        ? Optional.of(new ReleaseOutcome(ReleaseOutcome.Kind.REFUSED, PlanFindings.errors(found)))
        : Optional.empty();
  }

  private Optional<ReleaseOutcome> moved(Event<?> event, DeploymentEvent found) {
    state = found.state();
    if (event.type().equals(EventTypes.STATE_CHANGED)) {
      // A state that is told again, for its reason's sake, needs no second hint.
      String hint = found.previousState() == state ? "" : hint();
      line.accept(state + reason(found.reason()) + hint);
    } else if (found.step() != null) {
      line.accept(
          "  %s %s %s %s%s"
              .formatted(
                  found.step().id(),
                  found.step().kind(),
                  optional(found.step().target()).strip(),
                  event.type().shortName().replace("deployment.step.", ""),
                  reason(found.reason())));
    }
    return state == null ? Optional.empty() : outcome(found);
  }

  private Optional<ReleaseOutcome> outcome(DeploymentEvent found) {
    ReleaseOutcome.Kind kind =
        switch (state) {
          case COMPLETED -> ReleaseOutcome.Kind.COMPLETED;
          case ROLLED_BACK -> ReleaseOutcome.Kind.ROLLED_BACK;
          case FAILED_NEEDS_HUMAN -> ReleaseOutcome.Kind.NEEDS_A_PERSON;
          case SOAKING -> toTheEnd ? null : ReleaseOutcome.Kind.SOAKING;
          default -> null;
        };
    return kind == null ? Optional.empty() : Optional.of(new ReleaseOutcome(kind, found.reason()));
  }

  private String hint() {
    return switch (state) {
      case AWAITING_APPROVAL -> "; go on with ./stillwater approve " + ids.deploymentId();
      case PAUSED -> "; ./stillwater resume, promote or rollback " + ids.deploymentId();
      default -> "";
    };
  }

  private boolean isMine(String deploymentId) {
    return ids.deploymentId().equals(deploymentId);
  }

  private static String reason(String reason) {
    return reason == null || reason.isBlank() ? "" : ": " + reason;
  }

  private static String optional(String text) {
    return text == null ? "" : text + " ";
  }
}
