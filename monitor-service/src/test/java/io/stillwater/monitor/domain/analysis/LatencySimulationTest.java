package io.stillwater.monitor.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.monitor.support.Rules;
import io.stillwater.monitor.support.Samples;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** False alarms and delays of the percentile comparison on log-normal latencies, fixed seeds. */
class LatencySimulationTest {
  private static final Instant EFFECT = Instant.parse("2026-03-02T09:00:00Z");
  private static final int BATCH = 10;

  @ParameterizedTest
  @CsvSource({"0.5, 1.0", "1.0, 1.0", "1.5, 1.0", "0.5, 1.1"})
  void latencyThatStaysWithinItsToleranceRaisesNoAlarm(double sigma, double factor) {
    // Given
    Random random = new Random(11);

    // When
    long alarms =
        IntStream.range(0, 60)
            .filter(run -> samplesToAlarm(random, sigma, factor, 2_000, 2_000) <= 2_000)
            .count();

    // Then
    assertThat(alarms).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 2.0, 60", "0.5, 3.0, 40", "1.0, 2.0, 200", "1.0, 3.0, 70"})
  void slowerQueriesAreSeen(double sigma, double factor, int expected) {
    // Given
    Random random = new Random(12);

    // When
    int[] delays =
        IntStream.range(0, 40)
            .map(run -> samplesToAlarm(random, sigma, factor, 2_000, 2_000))
            .sorted()
            .toArray();

    // Then
    assertThat(delays[delays.length / 2])
        .as("median of %s", Arrays.toString(delays))
        .isLessThanOrEqualTo(expected);
  }

  @Test
  void aSmallBaselineRaisesNoFalseAlarmsEither() {
    // Given
    Random random = new Random(13);

    // When
    long alarms =
        IntStream.range(0, 200)
            .filter(run -> samplesToAlarm(random, 0.5, 1.0, 50, 500) <= 500)
            .count();

    // Then
    assertThat(alarms).isLessThanOrEqualTo(6);
  }

  private static int samplesToAlarm(
      Random random, double sigma, double factor, int before, int limit) {
    DeploymentWatch watch =
        DeploymentWatch.open(
            Rules.analysis(Rules.latency(50, 90, 99)),
            EFFECT,
            latencies(random, sigma, 1, before, EFFECT.minusSeconds(60)));
    for (int n = 0; n < limit; n += BATCH) {
      watch = watch.observe(latencies(random, sigma, factor, BATCH, EFFECT.plusSeconds(n)));
      if (watch.breach().isPresent()) {
        return n + BATCH;
      }
    }
    return limit + 1;
  }

  private static List<Observation> latencies(
      Random random, double sigma, double factor, int number, Instant at) {
    return Samples.of(
        number, i -> Samples.latency(factor * 100 * Math.exp(sigma * random.nextGaussian()), at));
  }
}
