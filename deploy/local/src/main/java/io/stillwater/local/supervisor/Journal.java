package io.stillwater.local.supervisor;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The supervisor's log: what it started, what ended, one line each. */
final class Journal {
  private final PrintStream out;

  Journal(PrintStream out) {
    this.out = out;
  }

  void write(String line) {
    out.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
  }

  void write(String line, Throwable cause) {
    write(line);
    cause.printStackTrace(out);
  }
}
