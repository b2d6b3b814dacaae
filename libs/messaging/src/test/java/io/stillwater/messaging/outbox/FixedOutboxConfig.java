package io.stillwater.messaging.outbox;

import java.time.Duration;

/** Settings of a relay under test. */
record FixedOutboxConfig(int batchRows, Duration pollInterval) implements OutboxConfig {
  @Override
  public boolean validate() {
    return false;
  }

  @Override
  public long batchBytes() {
    return 1_000_000;
  }

  @Override
  public Duration electionInterval() {
    return Duration.ofMillis(50);
  }

  @Override
  public Duration takeoverDelay() {
    return Duration.ofMillis(500);
  }

  @Override
  public Duration retention() {
    return Duration.ofDays(1);
  }
}
