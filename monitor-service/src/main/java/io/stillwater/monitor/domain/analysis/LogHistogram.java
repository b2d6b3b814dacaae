package io.stillwater.monitor.domain.analysis;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of values in buckets that grow by 4 %, so that a quantile is known to 2 % in bounded
 * space.
 *
 * @param counts by bucket: the rounded logarithm to the base 1.04
 */
public record LogHistogram(SortedMap<Integer, Long> counts) {
  private static final double LOG_BASE = Math.log(1.04);
  private static final double SMALLEST = 1e-6;
  private static final double LARGEST = 1e15;

  public LogHistogram {
    counts = new TreeMap<>(counts);
  }

  public static LogHistogram empty() {
    return new LogHistogram(new TreeMap<>());
  }

  public LogHistogram addAll(Collection<Double> values) {
    if (values.isEmpty()) {
      return this;
    }
    SortedMap<Integer, Long> more = new TreeMap<>(counts);
    values.forEach(value -> more.merge(bucket(value), 1L, Long::sum));
    return new LogHistogram(more);
  }

  private static int bucket(double value) {
    double bounded = Math.min(Math.max(value, SMALLEST), LARGEST);
    return (int) Math.round(Math.log(bounded) / LOG_BASE);
  }

  /** Null while there are no values. */
  public Double quantile(double q) {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    long rank = Math.max(1, (long) Math.ceil(q * total));
    long passed = 0;
    for (var bucket : counts.entrySet()) {
      passed += bucket.getValue();
      if (passed >= rank) {
        return Math.exp(bucket.getKey() * LOG_BASE);
      }
    }
    return null;
  }
}
