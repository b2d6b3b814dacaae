package io.stillwater.messaging.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "stillwater.outbox")
public interface OutboxConfig {
  /** Checks published data strictly against its schema; on in tests. */
  @WithDefault("false")
  boolean validate();

  /** Rows sent before their publication is recorded in one statement. */
  @WithDefault("500")
  int batchRows();

  /** Bound of a batch in bytes of data; one row may exceed it. */
  @WithDefault("4194304")
  long batchBytes();

  /** The net beneath the notification: how often the leader looks without one. */
  @WithDefault("PT0.5S")
  Duration pollInterval();

  /** How often a replica that does not lead tries to, and a lost database is tried again. */
  @WithDefault("PT1S")
  Duration electionInterval();

  /**
   * What a new leader waits before its first record, so that one which just lost its connection has
   * noticed and stopped sending.
   */
  @WithDefault("PT0.5S")
  Duration takeoverDelay();

  /** How long published rows are kept, for a look at what was sent. */
  @WithDefault("P1D")
  Duration retention();
}
