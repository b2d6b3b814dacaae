package io.stillwater.monitor.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.stillwater.events.EventJson;
import io.stillwater.events.check.VerdictAction;
import io.stillwater.events.metrics.AnalysisUpdated.MetricStanding;
import io.stillwater.events.metrics.AnalysisUpdated.Standing;
import io.stillwater.events.metrics.SamplesRecorded.Outcome;
import io.stillwater.events.metrics.SamplesRecorded.Sample;
import io.stillwater.events.plan.Analysis.MetricRule;
import io.stillwater.monitor.support.Rules;
import io.stillwater.monitor.support.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentWatchTest {
  private static final Instant EFFECT = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant BEFORE = EFFECT.minusSeconds(60);
  private static final Instant AFTER = EFFECT.plusSeconds(1);

  @Test
  void aRowOfFailuresIsABreachAtOnce() {
    // Given
    DeploymentWatch watch = watch(List.of(), Rules.errorRate(0.01));

    // When
    DeploymentWatch after = watch.observe(outcomes(5, Outcome.FAILED, AFTER));

    // Then
    assertThat(after.verdict().action()).isEqualTo(VerdictAction.ROLLBACK);
    assertThat(after.breach().orElseThrow().reason())
        .startsWith("error_rate of trino (failed) is 100 %")
        .contains("5 of 5 failed", "the limit is 1 %", "at most 1 expected");
  }

  @Test
  void failuresBeforeTheFirstEffectAreNotTheReleases() {
    // Given
    DeploymentWatch watch = watch(List.of(), Rules.errorRate(0.01));

    // When
    DeploymentWatch after = watch.observe(outcomes(50, Outcome.FAILED, BEFORE));

    // Then
    assertThat(after.breach()).isEmpty();
  }

  @Test
  void fewFailuresAmongManyAreNoBreachBelowTheLimit() {
    // Given
    DeploymentWatch watch = watch(List.of(), Rules.errorRate(0.01));

    // When
    DeploymentWatch after =
        watch.observe(
            Samples.of(
                2_000, i -> Samples.outcome(i % 200 == 0 ? Outcome.FAILED : Outcome.OK, AFTER)));

    // Then
    assertThat(after.breach()).isEmpty();
    assertThat(after.verdict().action()).isEqualTo(VerdictAction.PROCEED);
  }

  @Test
  void aHighRatioIsABreachAtOnceAndALowOneIsNot() {
    // Given
    DeploymentWatch watch = watch(List.of(), Rules.errorRate(0.01));

    // When
    DeploymentWatch high = watch.observe(List.of(ratio(0.4)));
    DeploymentWatch low = watch.observe(Samples.of(100, i -> ratio(0.004).sample()));

    // Then
    assertThat(high.breach()).isPresent();
    assertThat(low.breach()).isEmpty();
    assertThat(standing(low, "failed").after()).isEqualTo(0.004, offset(1e-9));
  }

  @Test
  void ratiosThatStayAboveTheLimitAreABreachAfterAFew() {
    // Given
    DeploymentWatch watch = watch(List.of(), Rules.errorRate(0.01));

    // When
    DeploymentWatch after = watch.observe(Samples.of(12, i -> ratio(0.05).sample()));

    // Then
    assertThat(after.breach()).isPresent();
  }

  @Test
  void userErrorsAreNoFailuresButTheirIncreaseIsABreach() {
    // Given
    List<Observation> before =
        Samples.of(
            400, i -> Samples.outcome(i % 100 == 0 ? Outcome.USER_ERROR : Outcome.OK, BEFORE));
    DeploymentWatch watch = watch(before, Rules.errorRate(0.01));

    // When
    DeploymentWatch usual =
        watch.observe(
            Samples.of(
                400, i -> Samples.outcome(i % 100 == 0 ? Outcome.USER_ERROR : Outcome.OK, AFTER)));
    DeploymentWatch renamed =
        watch.observe(
            Samples.of(
                40, i -> Samples.outcome(i % 2 == 0 ? Outcome.USER_ERROR : Outcome.OK, AFTER)));

    // Then
    assertThat(usual.breach()).isEmpty();
    assertThat(usual.verdict().action()).isEqualTo(VerdictAction.PROCEED);
    assertThat(standing(renamed, "failed").standing()).isEqualTo(Standing.PASS);
    assertThat(renamed.breach().orElseThrow().reason())
        .contains("(user_error)", "how a column or table that is gone shows");
  }

  @Test
  void userErrorsWithNothingToCompareWithAreInconclusive() {
    // Given
    DeploymentWatch watch = watch(List.of(), Rules.errorRate(0.01));

    // When
    DeploymentWatch after =
        watch.observe(
            Samples.of(40, i -> Samples.outcome(i == 7 ? Outcome.USER_ERROR : Outcome.OK, AFTER)));

    // Then
    assertThat(after.verdict().action()).isEqualTo(VerdictAction.INVESTIGATE);
    assertThat(after.verdict().reason()).contains("only 0 samples before the release");
  }

  @Test
  void tooFewSamplesAreInconclusiveAndNeverAPass() {
    // Given
    DeploymentWatch watch = watch(latencies(100, 100, BEFORE), Rules.latency(99));

    // When
    DeploymentWatch after = watch.observe(latencies(10, 100, AFTER));

    // Then
    assertThat(after.verdict().action()).isEqualTo(VerdictAction.INVESTIGATE);
    assertThat(after.verdict().reason())
        .contains("only 10 samples since the release, 30 are needed");
  }

  @Test
  void percentilesWithNoBaselineAreInconclusive() {
    // Given
    DeploymentWatch watch = watch(latencies(5, 100, BEFORE), Rules.latency(99));

    // When
    DeploymentWatch after = watch.observe(latencies(500, 9_000, AFTER));

    // Then
    assertThat(after.breach()).isEmpty();
    assertThat(after.verdict().action()).isEqualTo(VerdictAction.INVESTIGATE);
  }

  @Test
  void latencyOfFailedQueriesIsNotCompared() {
    // Given
    DeploymentWatch watch = watch(latencies(100, 100, BEFORE), Rules.latency(99));
    Sample failed = new Sample("query_latency", 9_000.0, "ms", AFTER, Outcome.FAILED, Map.of());

    // When
    DeploymentWatch after = watch.observe(Samples.of(100, i -> failed));

    // Then
    assertThat(after.breach()).isEmpty();
    assertThat(standing(after, "p99").samplesAfter()).isZero();
  }

  @Test
  void aSlowerPercentileIsShownBeforeAndAfterWithItsLimit() {
    // Given
    DeploymentWatch watch = watch(latencies(100, 100, BEFORE), Rules.latency(99));

    // When
    DeploymentWatch after = watch.observe(latencies(40, 300, AFTER));

    // Then
    MetricStanding p99 = standing(after, "p99");
    assertThat(p99.standing()).isEqualTo(Standing.BREACH);
    assertThat(p99.before()).isEqualTo(100);
    assertThat(p99.limit()).isEqualTo(120);
    assertThat(p99.after()).isBetween(290.0, 310.0);
    assertThat(p99.verdict())
        .contains("40 of 40 samples were above 120 ms (1.2 × the p99 of 100 ms");
  }

  @Test
  void dataThatIsOlderThanItsLimitIsABreachByTheFirstValue() {
    // Given
    DeploymentWatch watch = watch(List.of(), Rules.freshness("lake.sales.orders", 900_000));
    Sample stale = Samples.value("data_freshness", 1_200_000, AFTER);
    Sample other =
        new Sample(
            "data_freshness", 1_200_000.0, "ms", AFTER, null, Map.of("table", "lake.crm.users"));

    // When
    DeploymentWatch breached = watch.observe(List.of(new Observation("lake.sales.orders", stale)));
    DeploymentWatch untouched = watch.observe(List.of(new Observation("etl", other)));

    // Then
    assertThat(breached.breach().orElseThrow().reason())
        .contains("above the limit of 15 min, the newest is 20 min");
    assertThat(untouched.breach()).isEmpty();
  }

  @Test
  void runsThatTakeTwiceAsLongAreABreachAndUsualOnesAreNot() {
    // Given
    List<Observation> before =
        Samples.of(100, i -> Samples.value("etl_duration", 60_000 + 100 * i, BEFORE));
    DeploymentWatch watch = watch(before, Rules.etl(0.2));

    // When
    DeploymentWatch slow =
        watch.observe(Samples.of(40, i -> Samples.value("etl_duration", 130_000, AFTER)));
    DeploymentWatch usual =
        watch.observe(Samples.of(40, i -> Samples.value("etl_duration", 62_000, AFTER)));

    // Then
    assertThat(slow.breach()).isPresent();
    assertThat(usual.verdict().action()).isEqualTo(VerdictAction.PROCEED);
  }

  @Test
  void onlySamplesWithTheLabelsOfTheRuleAreJudged() {
    // Given
    var rule =
        new MetricRule(
            "error_rate", null, null, List.of(), null, 0.01, null, Map.of("source", "bi"));
    DeploymentWatch watch = watch(List.of(), rule);

    // When
    DeploymentWatch after = watch.observe(outcomes(20, Outcome.FAILED, AFTER));

    // Then
    assertThat(after.breach()).isEmpty();
    assertThat(after.standings().get(0).samplesAfter()).isZero();
  }

  @Test
  void anOutcomeReportedUnderTwoMetricsCountsOnce() {
    // Given
    DeploymentWatch watch = watch(List.of(), Rules.errorRate(0.01));
    List<Observation> both = new ArrayList<>(outcomes(20, Outcome.OK, AFTER));
    both.addAll(latencies(20, 100, AFTER));

    // When
    DeploymentWatch after = watch.observe(both);

    // Then
    assertThat(standing(after, "failed").samplesAfter()).isEqualTo(20);
  }

  @Test
  void aWatchThatWasStoredCountsOnWhereItStopped() throws Exception {
    // Given
    DeploymentWatch watch =
        watch(latencies(100, 100, BEFORE), Rules.errorRate(0.01), Rules.latency(50, 99));
    DeploymentWatch half = watch.observe(outcomes(3, Outcome.FAILED, AFTER));

    // When
    DeploymentWatch read =
        EventJson.MAPPER.readValue(
            EventJson.MAPPER.writeValueAsString(half), DeploymentWatch.class);

    // Then
    assertThat(read).isEqualTo(half);
    assertThat(read.observe(outcomes(3, Outcome.FAILED, AFTER)).breach()).isPresent();
  }

  private static DeploymentWatch watch(List<Observation> before, MetricRule... rules) {
    return DeploymentWatch.open(Rules.analysis(rules), EFFECT, before);
  }

  private static MetricStanding standing(DeploymentWatch watch, String statistic) {
    return watch.standings().stream()
        .filter(each -> each.statistic().equals(statistic))
        .findFirst()
        .orElseThrow();
  }

  private static Observation ratio(double ratio) {
    return new Observation(Samples.TRINO, Samples.value("error_rate", ratio, AFTER));
  }

  private static List<Observation> outcomes(int number, Outcome outcome, Instant at) {
    return Samples.of(number, i -> Samples.outcome(outcome, at));
  }

  private static List<Observation> latencies(int number, double millis, Instant at) {
    return Samples.of(number, i -> Samples.latency(millis, at));
  }
}
