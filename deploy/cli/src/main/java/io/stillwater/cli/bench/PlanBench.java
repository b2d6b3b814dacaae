package io.stillwater.cli.bench;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.local.Installation;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
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
      times.add(Stopwatch.millis(this::call));
    }
    Figures figures = Figures.of(times);
    return new Measurement(
        "./stillwater plan, wall time",
        "median %s, longest %s of %d"
            .formatted(
                Figures.millis(figures.median()), Figures.millis(figures.percentile(100)), CALLS),
        "≤ 2 s");
  }

  private void call() {
    Path examples = home.resolve("deploy/examples");
    ProcessBuilder builder =
        new ProcessBuilder(
                home.resolve("stillwater").toString(),
                "plan",
                "-f",
                examples.resolve("reference.yaml").toString(),
                "--tables",
                examples.resolve("tables.json").toString())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    try {
      int exitCode = builder.start().waitFor();
      if (exitCode != ExitCodes.OK) {
        throw new CliException(ExitCodes.ERROR, "./stillwater plan ended with " + exitCode);
      }
    } catch (IOException e) {
      throw new CliException(ExitCodes.ERROR, "Cannot start ./stillwater: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCodes.ERROR, "Interrupted");
    }
  }
}
