package io.stillwater.lakehouse.type;

/**
 * Whether a column's type may be changed in place.
 *
 * @param allowed whether the format does it as a change of metadata alone
 * @param reason the rule that says so, in words
 */
public record Promotion(boolean allowed, String reason) {
  static Promotion yes(String reason) {
    return new Promotion(true, reason);
  }

  static Promotion no(String reason) {
    return new Promotion(false, reason);
  }
}
