package io.stillwater.cli;

import io.stillwater.cli.bench.BenchCommand;
import io.stillwater.cli.command.ApplyCommand;
import io.stillwater.cli.command.CheckCommand;
import io.stillwater.cli.command.CompareCommand;
import io.stillwater.cli.command.ContractionsCommand;
import io.stillwater.cli.command.DownCommand;
import io.stillwater.cli.command.EventsCommand;
import io.stillwater.cli.command.HistoryCommand;
import io.stillwater.cli.command.LintCommand;
import io.stillwater.cli.command.ListCommand;
import io.stillwater.cli.command.PlanCommand;
import io.stillwater.cli.command.PromoteCommand;
import io.stillwater.cli.command.SchemaCommand;
import io.stillwater.cli.command.StatusCommand;
import io.stillwater.cli.command.TablesCommand;
import io.stillwater.cli.command.UpCommand;
import io.stillwater.cli.command.VerbCommand;
import io.stillwater.cli.demo.DemoCommand;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.command.Command;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** All commands and how their failures become one line and an exit code. */
@CommandLine.Command(
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
            .addSubcommand(new DownCommand(session))
            .addSubcommand(new DemoCommand(session))
            .addSubcommand(new BenchCommand(session))
            .addSubcommand(new LintCommand(session))
            .addSubcommand(new PlanCommand(session))
            .addSubcommand(new SchemaCommand(session))
            .addSubcommand(TablesCommand.of(session))
            .addSubcommand(CheckCommand.of(session))
            .addSubcommand(new CompareCommand(session))
            .addSubcommand(new ApplyCommand(session))
            .addSubcommand(new ListCommand(session))
            .addSubcommand(new StatusCommand(session))
            .addSubcommand(new HistoryCommand(session))
            .addSubcommand(new EventsCommand(session))
            .addSubcommand(new ContractionsCommand(session));
    addVerbs(line, session);
    return line.setOut(new PrintWriter(console.out(), true))
        .setErr(new PrintWriter(console.err(), true))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, command, result) -> failed(session, e))
        .setParameterExceptionHandler((e, args) -> misused(console, e));
  }

  private static void addVerbs(CommandLine line, Session session) {
    verb(line, session, EventTypes.APPROVE, "Let a deployment that waits for approval go on.");
    verb(line, session, EventTypes.PAUSE, "Wait after the current step.");
    verb(line, session, EventTypes.RESUME, "Go on where it was paused.");
    line.addSubcommand(new PromoteCommand(session));
    verb(line, session, EventTypes.ABORT, "Stop, and undo what was done.");
    verb(line, session, EventTypes.ROLLBACK, "Undo what was done, also after completion.");
    verb(line, session, EventTypes.RETRY, "Try the failed step again.");
  }

  private static void verb(
      CommandLine line, Session session, EventType<Command> type, String description) {
    String name = type.shortName().substring("command.".length());
    line.addSubcommand(name, new VerbCommand(session, type));
    line.getSubcommands().get(name).getCommandSpec().usageMessage().description(description);
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
