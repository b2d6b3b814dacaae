package io.stillwater.cli.follow;

/**
 * How following a release ended.
 *
 * @param reason in words; null where there is nothing to say
 */
public record ReleaseOutcome(Kind kind, String reason) {

  public enum Kind {
    COMPLETED,
    SOAKING,
    REFUSED,
    ROLLED_BACK,
    NEEDS_A_PERSON,
    TIMED_OUT
  }
}
