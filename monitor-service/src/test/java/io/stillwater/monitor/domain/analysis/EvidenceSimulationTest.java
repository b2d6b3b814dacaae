package io.stillwater.monitor.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the evidence promises, by simulation with fixed seeds. */
class EvidenceSimulationTest {
  private static final double ALARM = 100;

  @Test
  void lookingAfterEverySampleRaisesNoFalseAlarmAtTheBoundItself() {
    // Given: the worst case of "no harm", a rate right at the bound
    int runs = 400;
    Random random = new Random(1);

    // When
    long alarms =
        IntStream.range(0, runs)
            .filter(run -> firstAlarm(() -> draw(random, 0.05), 0.05, 5_000) <= 5_000)
            .count();

    // Then: 1 % of the runs at most in expectation; 10 of 400 would be far beyond chance
    assertThat(alarms).isLessThanOrEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"0.001, 0.01", "0.008, 0.01", "0.04, 0.05"})
  void aHealthyRateRaisesNone(double rate, double bound) {
    // Given
    Random random = new Random(2);

    // When
    long alarms =
        IntStream.range(0, 200)
            .filter(run -> firstAlarm(() -> draw(random, rate), bound, 5_000) <= 5_000)
            .count();

    // Then
    assertThat(alarms).isLessThanOrEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"0.20, 0.01, 20", "0.50, 0.01, 8", "1.00, 0.01, 3", "0.10, 0.01, 60"})
  void harmIsSeenWithinFewSamples(double rate, double bound, int expected) {
    // Given
    Random random = new Random(3);

    // When
    int[] delays =
        IntStream.range(0, 200)
            .map(run -> firstAlarm(() -> draw(random, rate), bound, 5_000))
            .sorted()
            .toArray();

    // Then
    assertThat(delays[delays.length / 2]).isLessThanOrEqualTo(expected);
  }

  @Test
  void harmThatBeginsAfterThousandsOfGoodSamplesIsSeenAlmostAsSoon() {
    // Given
    Evidence evidence = Evidence.NONE;
    for (int i = 0; i < 5_000; i++) {
      evidence = evidence.add(0, 0.01);
    }

    // When
    int failures = 0;
    while (evidence.value() < ALARM) {
      evidence = evidence.add(1, 0.01);
      failures++;
    }

    // Then
    assertThat(failures).isLessThanOrEqualTo(8);
  }

  @Test
  void aPlainRatioCountsAsTheShareThatFailed() {
    // Given
    Evidence none = Evidence.NONE.add(0, 0.01);
    Evidence half = Evidence.NONE.add(0.5, 0.01);
    Evidence all = Evidence.NONE.add(1, 0.01);

    // Then
    assertThat(half.value()).isBetween(none.value(), all.value());
  }

  @Test
  void evidenceStaysFiniteHoweverLongHarmLasts() {
    // Given
    Evidence evidence = Evidence.NONE;

    // When
    for (int i = 0; i < 10_000; i++) {
      evidence = evidence.add(1, 0.0001);
    }

    // Then
    assertThat(evidence.value()).isFinite().isGreaterThan(1e100);
  }

  @Test
  void whatIsNoShareIsRefused() {
    assertThatThrownBy(() -> Evidence.NONE.add(1.5, 0.01))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Evidence.NONE.add(Double.NaN, 0.01))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Evidence.NONE.add(0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theHistogramKnowsAQuantileToTwoPercent() {
    // Given
    Random random = new Random(4);
    double[] values = random.doubles(10_000).map(x -> Math.exp(3 + 2 * x)).toArray();

    // When
    LogHistogram histogram = LogHistogram.empty().addAll(Arrays.stream(values).boxed().toList());

    // Then
    Arrays.sort(values);
    for (double q : new double[] {0.5, 0.9, 0.99}) {
      double exact = values[(int) Math.ceil(q * values.length) - 1];
      assertThat(histogram.quantile(q)).isBetween(exact * 0.979, exact * 1.021);
    }
    assertThat(LogHistogram.empty().quantile(0.5)).isNull();
  }

  private static double draw(Random random, double rate) {
    return random.nextDouble() < rate ? 1 : 0;
  }

  private static int firstAlarm(DoubleSupplier samples, double bound, int limit) {
    Evidence evidence = Evidence.NONE;
    for (int n = 1; n <= limit; n++) {
      evidence = evidence.add(samples.getAsDouble(), bound);
      if (evidence.value() >= ALARM) {
        return n;
      }
    }
    return limit + 1;
  }
}
