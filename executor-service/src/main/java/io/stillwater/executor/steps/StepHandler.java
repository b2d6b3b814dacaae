package io.stillwater.executor.steps;

import io.stillwater.events.plan.StepKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Does and undoes the steps of some kinds. The machine calls {@code observe} whenever the effect
 * may be there already, {@code prepare}, {@code act} and {@code verify} where it is not, and
 * records before and after in transactions of its own: a crash between any two of these calls must
 * lead to the same table.
 *
 * <p>Exceptions: {@link ProofFailedException} takes the deployment back, {@link
 * ImpossibleStepException} gives the step up, all others are tried again.
 */
public interface StepHandler {
  Set<StepKind> kinds();

  /** The effect, if an earlier attempt has made it: known by the step's mark in the same commit. */
  Optional<Effect> observe(StepContext context);

  /** What undo will need of the time before the effect; stored before {@link #act} is called. */
  default Map<String, String> prepare(StepContext context) {
    return Map.of();
  }

  Effect act(StepContext context);

  /**
   * Looks, after {@link #act}, whether the effect is there.
   *
   * @throws IllegalStateException when it is not
   */
  default void verify(StepContext context) {
    if (observe(context).isEmpty()) {
      throw new IllegalStateException(
          "The commit of %s was accepted, but %s does not show it"
              .formatted(context.step().id(), context.step().target()));
    }
  }

  /** Takes the effect back, unless an earlier attempt has done so. */
  Undone undo(StepContext context);

  /**
   * @param detail what was done or found, in words
   * @param memory what undo needs beside what was prepared
   */
  record Effect(String detail, Map<String, String> memory) {
    public Effect {
      memory = Map.copyOf(memory);
    }

    public static Effect of(String detail) {
      return new Effect(detail, Map.of());
    }
  }

  /** How an undo ended. */
  sealed interface Undone {
    /**
     * @param detail what was taken back, in words
     */
    record TakenBack(String detail) implements Undone {}

    /**
     * @param reason why it stays
     */
    record Kept(String reason) implements Undone {}
  }
}
