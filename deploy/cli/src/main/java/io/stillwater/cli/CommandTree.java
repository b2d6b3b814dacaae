package io.stillwater.cli;

import io.stillwater.cli.command.DownCommand;
import io.stillwater.cli.command.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** All commands and how their failures become one line and an exit code. */
@Command(
    name = "stillwater",
    mixinStandardHelpOptions = true,
    version = "Stillwater 0.1.0",
    description = "Zero-downtime deployments for the data lakehouse.",
    synopsisSubcommandLabel = "COMMAND")
public final class CommandTree {
  @Mixin private final GlobalOptions options = new GlobalOptions();

  private CommandTree() {}

  public static CommandLine of(Console console) {
    CommandTree root = new CommandTree();
    Session session = new Session(console, root.options);
    CommandLine line =
        new CommandLine(root)
            .addSubcommand(new UpCommand(session))
            .addSubcommand(new DownCommand(session));
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, command, result) -> failed(session, e))
        .setParameterExceptionHandler((e, args) -> misused(console, e));
  }

  private static int failed(Session session, Exception e) {
    if (session.options().debug()) {
      e.printStackTrace(session.console().err());
    } else {
      session.console().err().println("stillwater: " + Failures.line(e));
    }
    return e instanceof CliException known ? known.exitCode() : ExitCodes.ERROR;
  }

  private static int misused(Console console, ParameterException e) {
    console
        .err()
        .println(
            "stillwater: "
                + Failures.line(e)
                + "; see ./"
                + e.getCommandLine().getCommandSpec().qualifiedName()
                + " --help");
    return ExitCodes.USAGE;
  }
}
