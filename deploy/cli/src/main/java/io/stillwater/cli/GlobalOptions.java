package io.stillwater.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {
  @Option(
      names = "--server",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      defaultValue = "${env:STILLWATER_SERVER}",
      description = "Base address of the planner's and the monitor's REST interface.")
  private String server;

  @Option(
      names = "--kafka",
      scope = ScopeType.INHERIT,
      paramLabel = "HOST:PORT",
      defaultValue = "${env:STILLWATER_KAFKA}",
      description = "Bootstrap servers of the broker.")
  private String kafka;

  @Option(
      names = "--dir",
      scope = ScopeType.INHERIT,
      paramLabel = "D",
      description = "Folder of the local stack; .stillwater of the repository unless given.")
  private Path dir;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show stack traces and the libraries' logs.")
  private boolean debug;

  public String server() {
    return server;
  }

  public String kafka() {
    return kafka;
  }

  public Path dir() {
    return dir;
  }

  public boolean debug() {
    return debug;
  }
}
