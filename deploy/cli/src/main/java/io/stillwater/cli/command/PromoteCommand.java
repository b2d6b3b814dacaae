package io.stillwater.cli.command;

import io.stillwater.cli.Session;
import io.stillwater.events.EventTypes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "promote",
    description = "End the soak as passed, or go on past an inconclusive verdict.")
public final class PromoteCommand extends VerbCommand {
  @Option(names = "--full", description = "Skip the remaining soak and waits of the whole release.")
  private boolean full;

  public PromoteCommand(Session session) {
    super(session, EventTypes.PROMOTE);
  }

  @Override
  Boolean full() {
    return full ? Boolean.TRUE : null;
  }
}
