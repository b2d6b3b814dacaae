package io.stillwater.validator.domain;

/**
 * One asking of a stage's checks.
 *
 * @param round counts the times the stage was asked for
 */
public record RequestKey(String deploymentId, String stage, int round) {
  @Override
  public String toString() {
    return "%s %s round %d".formatted(deploymentId, stage, round);
  }
}
