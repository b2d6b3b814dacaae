package io.stillwater.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.output.DeploymentText;
import io.stillwater.cli.output.Json;
import io.stillwater.cli.output.OutputOption;
import io.stillwater.cli.target.RestClient;
import io.stillwater.events.deployment.DeploymentState;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "How one deployment stands, step by step.")
public final class StatusCommand implements Callable<Integer> {
  /** The deployment's terminal states, and those of releases that never became one. */
  private static final Set<String> ENDED =
      Stream.concat(
              Arrays.stream(DeploymentState.values())
                  .filter(DeploymentState::terminal)
                  .map(DeploymentState::name),
              Stream.of("REFUSED", "REJECTED"))
          .collect(Collectors.toUnmodifiableSet());

  private static final long WATCH_EVERY_MILLIS = 1000;

  @Parameters(paramLabel = "ID", description = "The deployment, d-….")
  private String deploymentId;

  @Option(names = "--watch", description = "Print it again on every change, until it has ended.")
  private boolean watch;

  @Mixin private OutputOption output;

  private final Session session;

  public StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RestClient monitor = new RestClient(session.target().monitor());
    JsonNode now = read(monitor);
    // One JSON document is the result, so what changes meanwhile is shown as text beside it.
    JsonNode shown = output.json() ? now : show(null, now);
    while (watch && !ENDED.contains(now.path("state").asText())) {
      pause();
      now = read(monitor);
      shown = output.json() ? now : show(shown, now);
    }
    if (output.json()) {
      session.console().out().println(Json.text(now));
    }
    return ExitCodes.OK;
  }

  private JsonNode read(RestClient monitor) {
    return monitor.get("/deployments/" + PathSegment.of(deploymentId));
  }

  private JsonNode show(JsonNode before, JsonNode now) {
    String text = DeploymentText.one(now);
    if (before == null || !DeploymentText.one(before).equals(text)) {
      session.console().out().println(text);
    }
    return now;
  }

  private static void pause() {
    try {
      Thread.sleep(WATCH_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCodes.ERROR, "Interrupted");
    }
  }
}
