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
    name = "history",
    mixinStandardHelpOptions = true,
    description = "All deployments, the latest first.")
public final class HistoryCommand implements Callable<Integer> {
  @Option(
      names = "--component",
      paramLabel = "C",
      description = "Those that touched this component or table.")
  private String component;

  @Mixin private OutputOption output;

  private final Session session;

  public HistoryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode found = new DeploymentList(session.target().monitor()).all(component);
    session.console().out().println(output.json() ? Json.text(found) : DeploymentText.list(found));
    return ExitCodes.OK;
  }
}
