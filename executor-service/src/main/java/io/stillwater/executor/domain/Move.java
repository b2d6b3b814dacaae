package io.stillwater.executor.domain;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Step;
import java.time.Instant;

/** What a deployment does next. */
public sealed interface Move {
  /** A move that looks at or changes tables, so not within a transaction. */
  sealed interface Outside extends Move {}

  /**
   * @param until null: until it is woken by a command, an answer or a released hold
   */
  record Wait(Instant until) implements Move {}

  record AskApproval(String reason) implements Move {}

  /** Queues for its tables and components. */
  record TakeHolds() implements Move {}

  /** Compares the tables with the plan's pins and, where they fit, enters the phase. */
  record Begin(Phase first) implements Outside {}

  /** Leaves the phase for the next one with something to do. */
  record NextPhase(Phase done, Phase next) implements Move {}

  /**
   * @param tries askings in a row that had no answer, the coming one included
   */
  record AskGate(String stage, int tries) implements Outside {}

  /** The soak runs its whole time once more. */
  record SoakAgain() implements Move {}

  /**
   * @param firstEffect nothing was changed so far: the pins are looked at once more
   */
  record Attempt(Step step, boolean firstEffect) implements Outside {}

  /** Ends the running soak step; the phase is done. */
  record EndSoak(Step step, String how) implements Move {}

  record Pause(PauseCause cause, String reason) implements Move {}

  record RollBack(String reason) implements Move {}

  record GiveUp(Step step, String error) implements Move {}

  record Undo(Step step) implements Outside {}

  /** The point of no return was passed: what came before it stays. */
  record Keep(Step step, String reason) implements Move {}

  /** Removes the step marks from the tables and ends: completed, or rolled back. */
  record Close(boolean completed) implements Outside {}
}
