package io.stillwater.cli.command;

import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.follow.CliEvents;
import io.stillwater.cli.follow.CommandExchange;
import io.stillwater.cli.follow.CommandExchange.Answer;
import io.stillwater.cli.output.DurationConverter;
import io.stillwater.cli.output.Json;
import io.stillwater.cli.output.OutputOption;
import io.stillwater.events.EventType;
import io.stillwater.events.command.Command;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command to a deployment: it is put on the command topic and the answer is waited for. */
@CommandLine.Command(mixinStandardHelpOptions = true)
public class VerbCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The deployment, d-….")
  private String deploymentId;

  @Option(
      names = "--reason",
      paramLabel = "R",
      description = "Why, in words; shown in the history.")
  private String reason;

  @Option(
      names = "--timeout",
      paramLabel = "T",
      defaultValue = "30s",
      converter = DurationConverter.class,
      description = "How long to wait for the answer (default: ${DEFAULT-VALUE}).")
  private Duration timeout;

  @Mixin private OutputOption output;

  private final Session session;
  private final EventType<Command> type;

  public VerbCommand(Session session, EventType<Command> type) {
    this.session = session;
    this.type = type;
  }

  /** Whether waits of the whole release are skipped; a matter of {@code promote} alone. */
  Boolean full() {
    return null;
  }

  @Override
  public Integer call() {
    Command command = new Command(deploymentId, reason, CliEvents.actor(), null, full());
    String bootstrapServers = session.target().bootstrapServers();
    try (CommandExchange exchange = new CommandExchange(bootstrapServers)) {
      Optional<Answer> answer = exchange.send(CliEvents.command(type, command), timeout);
      return answer.map(this::answered).orElseGet(this::unanswered);
    }
  }

  private int answered(Answer answer) {
    String because = answer.answer().reason() == null ? "" : ": " + answer.answer().reason();
    if (output.json()) {
      session.console().out().println(Json.text(answer));
    } else if (answer.accepted()) {
      session.console().out().println("accepted" + because);
    }
    if (!answer.accepted()) {
      session.console().err().println("stillwater: rejected" + because);
      return ExitCodes.REJECTED;
    }
    return ExitCodes.OK;
  }

  private int unanswered() {
    session
        .console()
        .err()
        .println(
            "stillwater: no answer within %d s; the command is on its topic and may still be"
                    .formatted(timeout.toSeconds())
                + " answered: see ./stillwater events "
                + deploymentId);
    return ExitCodes.TIMED_OUT;
  }
}
