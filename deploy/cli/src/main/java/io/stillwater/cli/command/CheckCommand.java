package io.stillwater.cli.command;

import io.stillwater.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about checks. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks without a deployment.",
    synopsisSubcommandLabel = "COMMAND")
public final class CheckCommand {
  private CheckCommand() {}

  public static CommandLine of(Session session) {
    return new CommandLine(new CheckCommand()).addSubcommand(new CheckRunCommand(session));
  }
}
