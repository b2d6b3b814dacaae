package io.stillwater.cli.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Durations of one thing done many times, in milliseconds. */
record Figures(double[] sorted) {

  static Figures of(List<Double> millis) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    return new Figures(sorted);
  }

  double median() {
    return percentile(50);
  }

  /** The smallest value that at least that share of all do not exceed. */
  double percentile(int percent) {
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  static String millis(double value) {
    return String.format(Locale.ROOT, "%,.0f ms", value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures figures && Arrays.equals(sorted, figures.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return "Figures" + Arrays.toString(sorted);
  }
}
