package io.stillwater.checks;

import java.time.Duration;

/**
 * What came of one check.
 *
 * @param value what was measured, in words with its unit; null where nothing could be
 * @param limit what it was held against
 * @param detail in one sentence: what this means
 * @param evidence the query or the place in the catalog that was read
 * @param duration of the read; checks that share one scan all name its duration
 * @param retryable an UNKNOWN that another try may answer: a catalog, a file or the engine failed
 */
public record CheckResult(
    CheckSpec spec,
    CheckStatus status,
    String value,
    String limit,
    String detail,
    String evidence,
    Duration duration,
    boolean retryable) {

  public static CheckResult of(CheckSpec spec, Finding finding, Duration duration) {
    CheckStatus status = finding.status() == CheckStatus.FAIL ? spec.onBreach() : finding.status();
    return new CheckResult(
        spec,
        status,
        finding.value(),
        finding.limit(),
        finding.detail(),
        finding.evidence(),
        duration,
        finding.retryable());
  }

  /** A check that nobody could answer, for a reason that another try will not change. */
  public static CheckResult unknown(CheckSpec spec, String detail, Duration duration) {
    return of(spec, Finding.unknown(detail, null), duration);
  }
}
