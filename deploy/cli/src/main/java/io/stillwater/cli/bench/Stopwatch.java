package io.stillwater.cli.bench;

/** How long something takes. */
final class Stopwatch {
  private Stopwatch() {}

  static double millis(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return (System.nanoTime() - start) / 1e6;
  }
}
