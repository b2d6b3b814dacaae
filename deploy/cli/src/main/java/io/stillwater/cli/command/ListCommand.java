package io.stillwater.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.output.DeploymentText;
import io.stillwater.cli.output.Json;
import io.stillwater.cli.output.OutputOption;
import io.stillwater.cli.target.DeploymentList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "The deployments that have not ended.")
public final class ListCommand implements Callable<Integer> {
  @Option(
      names = "--state",
      paramLabel = "S",
      description = "Those in this state, whether ended or not.")
  private String state;

  @Mixin private OutputOption output;

  private final Session session;

  public ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DeploymentList deployments = new DeploymentList(session.target().monitor());
    JsonNode found = state == null ? deployments.unfinished() : deployments.inState(state);
    session.console().out().println(output.json() ? Json.text(found) : DeploymentText.list(found));
    return ExitCodes.OK;
  }
}
