package io.stillwater.cli;

import java.util.Arrays;

/** The entry point of {@code ./stillwater}. */
public final class Main {
  private Main() {}

  /**
   * @param args as typed
   */
  public static void main(String[] args) {
    // Before the first logger is made: what libraries report is shown on request only.
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", debug(args) ? "info" : "off");
    System.exit(CommandTree.of(new Console(System.out, System.err)).execute(args));
  }

  private static boolean debug(String[] args) {
    return Arrays.asList(args).contains("--debug");
  }
}
