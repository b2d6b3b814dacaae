package io.stillwater.cli.bench;

import io.stillwater.cli.output.Format;
import io.stillwater.local.Installation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The plan of one release as a call of the command line, from the shell to its exit. */
final class PlanBench {
  private static final int CALLS = 7;

  private final Path home;

  PlanBench(Installation installation) {
    this.home = installation.home();
  }

  Measurement measure() {
    List<Double> times = new ArrayList<>();
    call();
    for (int i = 0; i < CALLS; i++) {
      times.add(call());
    }
    Figures figures = Figures.of(times);
    return new Measurement(
        "./stillwater plan, wall time",
        "median %s, longest %s of %d"
            .formatted(
                Figures.millis(figures.median()), Figures.millis(figures.percentile(100)), CALLS),
        "≤ 2 s");
  }

  private double call() {
    Path examples = home.resolve("deploy/examples");
    Path release = examples.resolve("reference.yaml");
    return PlanCall.of(home, release, examples.resolve("tables.json"), Format.TEXT).millis();
  }
}
