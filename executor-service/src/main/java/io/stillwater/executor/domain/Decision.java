package io.stillwater.executor.domain;

import java.util.Set;

/** The answer to a command. */
public sealed interface Decision {
  String reason();

  /**
   * @param next the state it leads to at once, which may be the present one
   * @param effects what is to be noted besides
   */
  record Accepted(Deployment next, Set<Effect> effects, String reason) implements Decision {
    public Accepted {
      effects = Set.copyOf(effects);
    }
  }

  /** Names the state and what would be legal. */
  record Rejected(String reason) implements Decision {}

  /** What a command changes beside the state. */
  enum Effect {
    /** The running step is finished first. */
    PAUSE_AFTER_STEP,
    /** A pause that was asked for and has not begun is called off. */
    FORGET_PAUSE,
    /** The open gate or the soak counts as passed. */
    PASS_GATE,
    /** The gate's stage is asked anew. */
    ASK_AGAIN,
    /** The failed step gets a new set of attempts. */
    MORE_ATTEMPTS,
    /** The remaining soak and waits of the whole release are skipped. */
    SKIP_WAITS
  }
}
