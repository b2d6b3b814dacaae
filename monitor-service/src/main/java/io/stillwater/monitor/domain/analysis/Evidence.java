package io.stillwater.monitor.domain.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Evidence that a rate lies above a bound, sound however often one looks: an e-process.
 *
 * <p>Each observation x in [0, 1] (1: exceeded, failed; a fraction: an already aggregated ratio)
 * multiplies the wealth of a bet on a larger rate r by {@code x·r/p0 + (1−x)·(1−r)/(1−p0)}, whose
 * mean is at most 1 while the true rate is at most p0. The wealth is averaged over a grid of rates,
 * and over the moment at which harm begins: a bet on a beginning at observation j starts with the
 * share 1/(j(j+1)), so that thousands of good observations do not drown bad ones that follow. The
 * average of such bets is again one, and by Ville's inequality it reaches 1/α with probability at
 * most α over the whole watch, with no correction for looking (Ramdas et al., "Game-theoretic
 * statistics and safe anytime-valid inference", 2023; the mixture over beginnings: Shin et al.,
 * "E-detectors", 2023).
 *
 * @param observations how many were added
 * @param logWealth natural logarithm per rate of the grid of what the bets that have begun are
 *     worth; empty before the first observation
 */
public record Evidence(long observations, List<Double> logWealth) {
  public static final Evidence NONE = new Evidence(0, List.of());

  /** Where between p0 and 1 the rates lie that are bet on. */
  private static final double[] GRID = {.02, .05, .1, .2, .35, .5, .7, .9};

  /** Keeps the value finite; nobody needs to tell 10^290 from more. */
  private static final double MAX_LOG = 670;

  public Evidence {
    logWealth = List.copyOf(logWealth);
  }

  /**
   * @param x in [0, 1]
   * @param bound p0 in (0, 1): the rate that is still no harm
   */
  public Evidence add(double x, double bound) {
    if (!(x >= 0 && x <= 1) || !(bound > 0 && bound < 1)) {
      throw new IllegalArgumentException("x " + x + " in [0, 1] and p0 " + bound + " in (0, 1)");
    }
    long n = observations + 1;
    double logShare = -Math.log(n) - Math.log(n + 1.0);
    List<Double> next = new ArrayList<>(GRID.length);
    for (int i = 0; i < GRID.length; i++) {
      double begun = logWealth.isEmpty() ? logShare : logOfSum(logWealth.get(i), logShare);
      double rate = bound + (1 - bound) * GRID[i];
      double factor = x * rate / bound + (1 - x) * (1 - rate) / (1 - bound);
      next.add(Math.min(begun + Math.log(factor), MAX_LOG));
    }
    return new Evidence(n, next);
  }

  /** How many to one the evidence stands for harm; 1 is none. */
  public double value() {
    double sum = 0;
    for (double log : logWealth) {
      sum += Math.exp(log);
    }
    double notBegun = 1 / (observations + 1.0);
    return sum / GRID.length + notBegun;
  }

  private static double logOfSum(double a, double b) {
    double larger = Math.max(a, b);
    return larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
  }
}
