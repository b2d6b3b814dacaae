package io.stillwater.cli.bench;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.output.Format;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * One call of {@code ./stillwater plan}, from the shell to its exit.
 *
 * @param millis wall time
 * @param peakBytes most memory that was resident; 0 where the system does not tell
 */
record PlanCall(double millis, long peakBytes) {
  private static final int LOOK_EVERY_MILLIS = 20;

  static PlanCall of(Path home, Path release, Path tables, Format format) {
    ProcessBuilder builder =
        new ProcessBuilder(
                home.resolve("stillwater").toString(),
                "plan",
                "-f",
                release.toString(),
                "--tables",
                tables.toString(),
                "-o",
                format.name())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    try {
      long start = System.nanoTime();
      // The launcher becomes the JVM, so both have one process id.
      Process process = builder.start();
      long peak = 0;
      while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, peakOf(process.pid()));
      }
      double millis = (System.nanoTime() - start) / 1e6;
      if (process.exitValue() != ExitCodes.OK) {
        throw new CliException(
            ExitCodes.ERROR, "./stillwater plan ended with " + process.exitValue());
      }
      return new PlanCall(millis, peak);
    } catch (IOException e) {
      throw new CliException(ExitCodes.ERROR, "Cannot start ./stillwater: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCodes.ERROR, "Interrupted");
    }
  }

  /** The high-water mark that Linux keeps. */
  private static long peakOf(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      // No Linux, or the process has just ended.
      return 0;
    }
  }
}
