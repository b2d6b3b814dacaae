package io.stillwater.checks.quality;

import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckSpec;
import io.stillwater.checks.Finding;
import io.stillwater.checks.Findings;
import io.stillwater.checks.ReadFailures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Answers the tests of one table; one that cannot be answered does not spoil the others. */
final class QualityBatch {
  private final TableSession table;
  private final Instant now;

  QualityBatch(TableSession table, Instant now) {
    this.table = table;
    this.now = now;
  }

  List<CheckResult> run(List<CheckSpec> specs) {
    List<Asked> asked = specs.stream().map(this::ask).toList();
    SharedScan scan =
        SharedScan.of(table, asked.stream().flatMap(a -> a.scans().stream()).toList());
    return asked.stream().map(one -> answer(one, scan)).toList();
  }

  private Asked ask(CheckSpec spec) {
    try {
      return new Asked(spec, QualityTests.of(spec, table, now), null);
    } catch (MissingColumnException e) {
      return new Asked(spec, List.of(), e.finding());
    } catch (RuntimeException e) {
      return new Asked(spec, List.of(), ReadFailures.finding(e));
    }
  }

  private CheckResult answer(Asked asked, SharedScan scan) {
    if (asked.refusal() != null) {
      return CheckResult.of(asked.spec(), asked.refusal(), Duration.ZERO);
    }
    long start = System.nanoTime();
    Finding finding;
    try {
      List<Finding> findings = new ArrayList<>();
      for (QualityTest test : asked.tests()) {
        findings.add(
            test instanceof QualityTest.Query query
                ? onRows(scan, query)
                : scan.judge((QualityTest.Scan) test));
      }
      finding = Findings.together(findings);
    } catch (RuntimeException e) {
      finding = ReadFailures.finding(e);
    }
    Duration own = Duration.ofNanos(System.nanoTime() - start);
    return CheckResult.of(asked.spec(), finding, own.plus(scan.duration(asked.scans())));
  }

  private Finding onRows(SharedScan scan, QualityTest.Query query) {
    return scan.rows() == 0 ? scan.empty() : query.judge(table);
  }

  /**
   * @param refusal why no test could be made of it; null where one could
   */
  private record Asked(CheckSpec spec, List<QualityTest> tests, Finding refusal) {
    List<QualityTest.Scan> scans() {
      return tests.stream()
          .filter(QualityTest.Scan.class::isInstance)
          .map(QualityTest.Scan.class::cast)
          .toList();
    }
  }
}
