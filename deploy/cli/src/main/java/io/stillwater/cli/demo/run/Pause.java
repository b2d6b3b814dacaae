package io.stillwater.cli.demo.run;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;

/** Waiting between two looks at something. */
final class Pause {
  private Pause() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCodes.ERROR, "Interrupted");
    }
  }
}
