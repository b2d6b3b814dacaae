package io.stillwater.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final CheckResult PASS = result(CheckStatus.PASS, false);
  private static final CheckResult WARN = result(CheckStatus.WARN, false);
  private static final CheckResult FAIL = result(CheckStatus.FAIL, false);
  private static final CheckResult UNKNOWN = result(CheckStatus.UNKNOWN, false);
  private static final CheckResult CRITICAL_UNKNOWN = result(CheckStatus.UNKNOWN, true);

  @Test
  void oneFailureRollsBackWhateverElsePassed() {
    assertThat(action(PASS, PASS, FAIL)).isEqualTo(VerdictAction.ROLLBACK);
    assertThat(action(WARN, WARN, WARN, FAIL)).isEqualTo(VerdictAction.ROLLBACK);
  }

  @Test
  void twoWarningsProceedAndThreeAreInvestigated() {
    assertThat(action(WARN, WARN, PASS)).isEqualTo(VerdictAction.PROCEED);
    assertThat(action(WARN, WARN, WARN)).isEqualTo(VerdictAction.INVESTIGATE);
  }

  @Test
  void unknownFailsACriticalGateAndWarnsElsewhere() {
    assertThat(action(CRITICAL_UNKNOWN)).isEqualTo(VerdictAction.ROLLBACK);
    assertThat(action(UNKNOWN, UNKNOWN)).isEqualTo(VerdictAction.PROCEED);
    assertThat(action(UNKNOWN, UNKNOWN, WARN)).isEqualTo(VerdictAction.INVESTIGATE);
  }

  @Test
  void nothingAskedForProceeds() {
    assertThat(Verdict.of(List.of()))
        .isEqualTo(new Verdict(VerdictAction.PROCEED, "no checks were asked for"));
  }

  @Test
  void theReasonNamesTheChecksThatDecided() {
    // When
    Verdict verdict = Verdict.of(List.of(PASS, FAIL));

    // Then
    assertThat(verdict.reason())
        .isEqualTo("1 of 2 checks failed: row_count of lake.sales.orders (3 rows missing)");
  }

  @Test
  void aBreachCountsAsTheAskerSays() {
    // Given
    CheckSpec lenient = new CheckSpec("s1", "unique", null, Map.of(), CheckStatus.WARN, false);
    Finding breach = Finding.fail("1", "none", "a key stands twice", "SELECT 1");

    // When
    CheckResult result = CheckResult.of(lenient, breach, Duration.ZERO);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.WARN);
  }

  private static VerdictAction action(CheckResult... results) {
    return Verdict.of(Arrays.asList(results)).action();
  }

  private static CheckResult result(CheckStatus status, boolean critical) {
    CheckSpec spec =
        new CheckSpec("s1", "row_count", "lake.sales.orders", Map.of(), null, critical);
    return new CheckResult(
        spec, status, "1", "2", "3 rows missing", "SELECT 1", Duration.ofMillis(5), false);
  }
}
