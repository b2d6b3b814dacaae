package io.stillwater.executor.machine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.stillwater.executor.domain.Backoff;
import java.time.Duration;

@ConfigMapping(prefix = "stillwater.executor")
public interface MachineConfig {
  /** A step that fails so often is given up. */
  @WithDefault("5")
  int maxAttempts();

  /** The wait after the first failed attempt; doubled after each further one. */
  @WithDefault("PT1S")
  Duration firstRetry();

  @WithDefault("PT1M")
  Duration longestRetry();

  /** Counted from the first attempt: after it a failing step is given up, whatever is left. */
  @WithDefault("PT1H")
  Duration stepDeadline();

  /** How long the validator may take for one stage before it is asked again. */
  @WithDefault("PT5M")
  Duration checkDeadline();

  /** How long after the soak's end the monitor's verdict may come. */
  @WithDefault("PT60S")
  Duration soakVerdictGrace();

  /** Where the plan's policy says nothing. */
  @WithDefault("P7D")
  Duration rollbackWindow();

  default Backoff backoff() {
    return new Backoff(firstRetry(), longestRetry());
  }
}
