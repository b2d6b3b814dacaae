package io.stillwater.checks;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several findings of one check as one: the worst counts, all are told. */
public final class Findings {
  private static final List<CheckStatus> WORST_FIRST =
      List.of(CheckStatus.FAIL, CheckStatus.UNKNOWN, CheckStatus.WARN, CheckStatus.PASS);

  private Findings() {}

  /**
   * @throws IllegalArgumentException for no finding at all: nothing looked at is never a pass
   */
  public static Finding together(List<Finding> findings) {
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("The check names nothing to look at");
    }
    if (findings.size() == 1) {
      return findings.get(0);
    }
    List<Finding> sorted =
        findings.stream()
            .sorted(Comparator.comparing(finding -> WORST_FIRST.indexOf(finding.status())))
            .toList();
    return new Finding(
        sorted.get(0).status(),
        joined(sorted, Finding::value),
        joined(sorted, Finding::limit),
        joined(sorted, Finding::detail),
        joined(sorted, Finding::evidence),
        sorted.stream()
            .filter(finding -> finding.status() == CheckStatus.UNKNOWN)
            .anyMatch(Finding::retryable));
  }

  private static String joined(List<Finding> findings, Function<Finding, String> part) {
    String text =
        findings.stream()
            .map(part)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? null : text;
  }
}
