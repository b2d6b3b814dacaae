package io.stillwater.cli;

import java.io.PrintStream;

/**
 * Where a command writes: its result to {@code out}, progress and errors to {@code err}.
 *
 * @param out holds one JSON document and nothing else when JSON was asked for
 */
public record Console(PrintStream out, PrintStream err) {

  /** Whether a person looks on, as the launcher found: then lines may be written over. */
  public boolean interactive() {
    return Boolean.getBoolean("stillwater.terminal") && !"dumb".equals(System.getenv("TERM"));
  }

  public void progress(String line) {
    err.println(line);
  }
}
