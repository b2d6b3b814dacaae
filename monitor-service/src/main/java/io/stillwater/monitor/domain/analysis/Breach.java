package io.stillwater.monitor.domain.analysis;

import java.time.Instant;

/**
 * A metric that left its bounds.
 *
 * @param reason in words with its numbers
 * @param since when the samples began to speak for harm
 * @param at when the sample was measured that completed the breach
 */
public record Breach(String metric, String reason, Instant since, Instant at) {
  /** What is said to people and to the executor: that it is a breach, and which. */
  public String sentence() {
    return "Breach: " + reason;
  }
}
