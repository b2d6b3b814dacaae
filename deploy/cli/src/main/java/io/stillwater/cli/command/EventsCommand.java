package io.stillwater.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.output.DeploymentText;
import io.stillwater.cli.output.Json;
import io.stillwater.cli.output.OutputOption;
import io.stillwater.cli.target.RestClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = "Everything that was said about one deployment.")
public final class EventsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The deployment, d-….")
  private String deploymentId;

  @Mixin private OutputOption output;

  private final Session session;

  public EventsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode events =
        new RestClient(session.target().monitor())
            .get("/deployments/" + PathSegment.of(deploymentId) + "/events");
    session
        .console()
        .out()
        .println(output.json() ? Json.text(events) : DeploymentText.events(events));
    return ExitCodes.OK;
  }
}
