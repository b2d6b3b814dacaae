package io.stillwater.cli.output;

import picocli.CommandLine.Option;

/** The {@code -o} of commands whose result is text or JSON. */
public final class OutputOption {
  enum Choice {
    TEXT,
    JSON
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the result is written: ${COMPLETION-CANDIDATES}.")
  private Choice choice = Choice.TEXT;

  public boolean json() {
    return choice == Choice.JSON;
  }
}
