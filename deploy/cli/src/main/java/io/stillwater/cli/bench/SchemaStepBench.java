package io.stillwater.cli.bench;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.events.EventJson;
import io.stillwater.local.Installation;
import io.stillwater.local.lake.LakeSettings;
import io.stillwater.local.process.JavaCommand;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A schema step as the executor does it beside a bare Iceberg commit of the same change. The
 * executor's package holds the program, for its steps are not on the command line's class path.
 */
final class SchemaStepBench {
  private static final String PROGRAM = "io.stillwater.executor.steps.iceberg.SchemaStepBench";

  private final Path executor;
  private final LakeSettings lake;

  SchemaStepBench(Installation installation, LakeSettings lake) {
    this.executor = installation.serviceJar("executor");
    this.lake = lake;
  }

  /** What the program prints. */
  private record Times(List<Double> bareMillis, List<Double> stepMillis) {}

  Measurement measure() {
    Times times = run();
    double bare = Figures.of(times.bareMillis()).median();
    double steps = Figures.of(times.stepMillis()).median();
    return new Measurement(
        "schema step (prepare, act, verify) : bare Iceberg commit",
        String.format(
            Locale.ROOT,
            "%.2f (median of %d: %.1f ms : %.1f ms)",
            steps / bare,
            times.stepMillis().size(),
            steps,
            bare),
        "≤ 1.2");
  }

  private Times run() {
    List<String> command = new ArrayList<>(List.of(JavaCommand.java(), "-Xmx256m"));
    command.addAll(JavaCommand.SMALL);
    command.addAll(List.of("-cp", executor.getFileName().toString(), PROGRAM));
    command.addAll(List.of(lake.uri(), lake.user(), lake.password(), lake.warehouse()));
    try {
      Process program =
          new ProcessBuilder(command)
              .directory(executor.getParent().toFile())
              .redirectError(Redirect.DISCARD)
              .start();
      String printed = new String(program.getInputStream().readAllBytes());
      int exitCode = program.waitFor();
      if (exitCode != 0) {
        throw new CliException(ExitCodes.ERROR, PROGRAM + " ended with " + exitCode + printed);
      }
      return EventJson.MAPPER.readValue(printed.lines().reduce("", (a, b) -> b), Times.class);
    } catch (IOException e) {
      throw new CliException(ExitCodes.ERROR, "Cannot run " + PROGRAM + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCodes.ERROR, "Interrupted");
    }
  }
}
