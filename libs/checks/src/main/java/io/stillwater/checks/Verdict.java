package io.stillwater.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What follows from all results of a stage: any FAIL → ROLLBACK, more than two WARN → INVESTIGATE,
 * else PROCEED. UNKNOWN counts as FAIL where the check is critical and as WARN elsewhere.
 *
 * @param reason in words, naming the checks that decided
 */
public record Verdict(VerdictAction action, String reason) {
  private static final int WARNINGS_ALLOWED = 2;

  public static Verdict of(List<CheckResult> results) {
    List<CheckResult> failures = counted(results, CheckStatus.FAIL);
    if (!failures.isEmpty()) {
      return new Verdict(
          VerdictAction.ROLLBACK, count(failures, results) + " failed: " + named(failures));
    }
    List<CheckResult> warnings = counted(results, CheckStatus.WARN);
    if (warnings.size() > WARNINGS_ALLOWED) {
      return new Verdict(
          VerdictAction.INVESTIGATE,
          "%s warn, %d are allowed: %s"
              .formatted(count(warnings, results), WARNINGS_ALLOWED, named(warnings)));
    }
    return new Verdict(VerdictAction.PROCEED, proceed(results, warnings));
  }

  private static String proceed(List<CheckResult> results, List<CheckResult> warnings) {
    if (results.isEmpty()) {
      return "no checks were asked for";
    }
    List<String> parts = new ArrayList<>();
    int passed = results.size() - warnings.size();
    parts.add(passed + (passed == 1 ? " check passed" : " checks passed"));
    if (!warnings.isEmpty()) {
      parts.add(warnings.size() + " with a warning: " + named(warnings));
    }
    return String.join(", ", parts);
  }

  private static List<CheckResult> counted(List<CheckResult> results, CheckStatus status) {
    return results.stream().filter(result -> countsAs(result) == status).toList();
  }

  private static CheckStatus countsAs(CheckResult result) {
    if (result.status() != CheckStatus.UNKNOWN) {
      return result.status();
    }
    return result.spec().critical() ? CheckStatus.FAIL : CheckStatus.WARN;
  }

  private static String count(List<CheckResult> some, List<CheckResult> all) {
    return "%d of %d checks".formatted(some.size(), all.size());
  }

  private static String named(List<CheckResult> results) {
    return results.stream().map(Verdict::named).collect(Collectors.joining("; "));
  }

  private static String named(CheckResult result) {
    String target = result.spec().target() == null ? "" : " of " + result.spec().target();
    String unknown = result.status() == CheckStatus.UNKNOWN ? " could not be read" : "";
    String detail = result.detail() == null ? "" : " (" + result.detail() + ")";
    return result.spec().name() + target + unknown + detail;
  }
}
