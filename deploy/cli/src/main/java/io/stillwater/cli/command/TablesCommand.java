package io.stillwater.cli.command;

import io.stillwater.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about tables. */
@Command(
    name = "tables",
    mixinStandardHelpOptions = true,
    description = "Tables of the lake.",
    synopsisSubcommandLabel = "COMMAND")
public final class TablesCommand {
  private TablesCommand() {}

  public static CommandLine of(Session session) {
    return new CommandLine(new TablesCommand()).addSubcommand(new TablesExportCommand(session));
  }
}
