package io.stillwater.cli.command;

import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stop the local stack; its data stay for the next up.")
public final class DownCommand implements Callable<Integer> {
  private final Session session;

  public DownCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    boolean stopped = session.stack().down();
    session.console().progress(stopped ? "stopped" : "nothing was running");
    return ExitCodes.OK;
  }
}
