package io.stillwater.messaging.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "stillwater.inbox")
public interface InboxConfig {
  /** How long claims are remembered: a duplicate that comes later is handled again. */
  @WithDefault("P30D")
  Duration retention();

  /**
   * How often a handler is tried that fails in a way which waiting does not cure, before its event
   * becomes a dead letter. Other failures are retried without end.
   */
  @WithDefault("5")
  int permanentFailureAttempts();

  @WithDefault("PT0.1S")
  Duration firstRetry();

  @WithDefault("PT5S")
  Duration maxRetry();
}
