package io.stillwater.executor.domain;

import io.stillwater.events.plan.Phase;
import io.stillwater.executor.domain.Decision.Accepted;
import io.stillwater.executor.domain.Decision.Effect;
import io.stillwater.executor.domain.Decision.Rejected;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where each command is legal and what it does: the table of the contract, section 5. */
public final class CommandRules {
  /**
   * What a command is decided on, beside the state.
   *
   * @param stepRunning a step is being done at this moment
   * @param anythingDone a rollback has something to undo
   * @param rollbackUntil how long a completed deployment can be taken back; null before that
   */
  public record Circumstances(
      boolean stepRunning, boolean anythingDone, Instant rollbackUntil, Instant now) {}

  private CommandRules() {}

  /**
   * @param why the actor and the reason given, for the history
   * @param full with promote only
   */
  public static Decision decide(
      Verb verb, boolean full, String why, Deployment deployment, Circumstances circumstances) {
    if (!legal(verb, deployment, circumstances)) {
      return new Rejected(refusal(verb, deployment, circumstances));
    }
    return switch (verb) {
      case APPROVE -> accept(((AwaitingApproval) deployment).approve(why), "approved");
      case PAUSE -> pause(deployment, why, circumstances);
      case RESUME -> resume((Paused) deployment);
      case PROMOTE -> promote(deployment, full, why);
      case ABORT, ROLLBACK -> rollBack(deployment, why, circumstances);
      case RETRY -> retry(deployment);
    };
  }

  static boolean legal(Verb verb, Deployment deployment, Circumstances circumstances) {
    return switch (verb) {
      case APPROVE -> deployment instanceof AwaitingApproval;
      case PAUSE, ABORT -> !deployment.state().terminal();
      case RESUME -> deployment instanceof Paused;
      case PROMOTE -> promotable(deployment);
      case ROLLBACK ->
          !deployment.state().terminal()
              || deployment instanceof FailedNeedsHuman
              || deployment instanceof Completed && undoPromised(circumstances);
      case RETRY ->
          deployment instanceof FailedNeedsHuman
              || deployment instanceof Paused paused && paused.cause() == PauseCause.GATE;
    };
  }

  private static boolean promotable(Deployment deployment) {
    return deployment instanceof Running running && running.phase() == Phase.SOAK
        || deployment instanceof Paused;
  }

  private static boolean undoPromised(Circumstances circumstances) {
    return circumstances.rollbackUntil() != null
        && circumstances.now().isBefore(circumstances.rollbackUntil());
  }

  private static Decision pause(Deployment deployment, String why, Circumstances circumstances) {
    if (!(deployment instanceof ActiveDeployment active)) {
      return accept(deployment, "it is paused already: " + deployment.reason());
    }
    if (circumstances.stepRunning()) {
      return accept(
          deployment, "pauses when the running step is finished", Effect.PAUSE_AFTER_STEP);
    }
    return accept(active.pause(PauseCause.REQUESTED, why), "paused");
  }

  private static Decision resume(Paused paused) {
    String goesOn = "goes on in " + paused.from().state();
    return paused.cause() == PauseCause.GATE
        ? accept(paused.resume(), goesOn + " and asks its gate again", Effect.ASK_AGAIN)
        : accept(paused.resume(), goesOn);
  }

  private static Decision promote(Deployment deployment, boolean full, String why) {
    if (deployment instanceof Paused paused && !(paused.from() instanceof Running)) {
      return resume(paused);
    }
    ActiveDeployment on =
        deployment instanceof Paused paused ? paused.resume() : (ActiveDeployment) deployment;
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    if (standsAtGate(deployment, on)) {
      effects.add(Effect.PASS_GATE);
    }
    if (full) {
      effects.add(Effect.SKIP_WAITS);
    }
    return new Accepted(on.because(why), effects, "goes on past " + deployment.state());
  }

  /** A pause that somebody asked for stands at no gate: checks that run are still waited for. */
  private static boolean standsAtGate(Deployment deployment, ActiveDeployment on) {
    return on instanceof Running running && running.phase() == Phase.SOAK
        || deployment instanceof Paused paused && paused.cause() == PauseCause.GATE;
  }

  private static Decision rollBack(Deployment deployment, String why, Circumstances now) {
    Set<Effect> effects = Set.of(Effect.FORGET_PAUSE, Effect.MORE_ATTEMPTS);
    String undoes = "undoes what was done, in reverse";
    if (deployment instanceof Completed completed) {
      return new Accepted(completed.rollBack(why), effects, undoes);
    }
    if (!(deployment instanceof Reversible reversible)) {
      return accept(deployment, "it is rolling back already", Effect.FORGET_PAUSE);
    }
    return now.anythingDone() || now.stepRunning()
        ? new Accepted(reversible.rollBack(why), effects, undoes)
        : new Accepted(reversible.abandon(why), effects, "nothing had been done");
  }

  private static Decision retry(Deployment deployment) {
    return deployment instanceof Paused paused
        ? accept(paused.resume(), "asks the gate again", Effect.ASK_AGAIN)
        : accept(
            ((FailedNeedsHuman) deployment).retry(),
            "tries the failed step again",
            Effect.MORE_ATTEMPTS,
            Effect.ASK_AGAIN);
  }

  private static Accepted accept(Deployment next, String reason, Effect... effects) {
    return new Accepted(next, Set.of(effects), reason);
  }

  private static String refusal(Verb verb, Deployment deployment, Circumstances circumstances) {
    String state =
        deployment instanceof Paused paused
            ? "PAUSED (from " + paused.from().state() + ")"
            : deployment.state().name();
    String legal =
        Arrays.stream(Verb.values())
            .filter(other -> legal(other, deployment, circumstances))
            .map(Verb::word)
            .collect(Collectors.joining(", "));
    String window =
        verb == Verb.ROLLBACK && circumstances.rollbackUntil() != null
            ? "; the rollback window ended at " + circumstances.rollbackUntil()
            : "";
    return "%s is not possible in %s%s; possible here: %s"
        .formatted(verb.word(), state, window, legal.isEmpty() ? "nothing" : legal);
  }
}
