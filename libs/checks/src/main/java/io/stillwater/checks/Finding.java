package io.stillwater.checks;

/** What a check found, before it is known what a breach counts as. */
public record Finding(
    CheckStatus status,
    String value,
    String limit,
    String detail,
    String evidence,
    boolean retryable) {

  public static Finding pass(String value, String limit, String detail, String evidence) {
    return new Finding(CheckStatus.PASS, value, limit, detail, evidence, false);
  }

  public static Finding warn(String value, String limit, String detail, String evidence) {
    return new Finding(CheckStatus.WARN, value, limit, detail, evidence, false);
  }

  public static Finding fail(String value, String limit, String detail, String evidence) {
    return new Finding(CheckStatus.FAIL, value, limit, detail, evidence, false);
  }

  public static Finding unknown(String detail, String evidence) {
    return new Finding(CheckStatus.UNKNOWN, null, null, detail, evidence, false);
  }

  public static Finding unknownForNow(String detail) {
    return new Finding(CheckStatus.UNKNOWN, null, null, detail, null, true);
  }

  public static Finding judge(
      boolean holds, String value, String limit, String detail, String evidence) {
    return holds ? pass(value, limit, detail, evidence) : fail(value, limit, detail, evidence);
  }
}
