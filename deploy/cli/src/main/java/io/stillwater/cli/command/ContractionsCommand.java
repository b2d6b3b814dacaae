package io.stillwater.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.output.Json;
import io.stillwater.cli.output.OutputOption;
import io.stillwater.cli.output.TextTable;
import io.stillwater.cli.target.RestClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "contractions",
    mixinStandardHelpOptions = true,
    description = "What is to be dropped after its grace period, and the evidence so far.")
public final class ContractionsCommand implements Callable<Integer> {
  @Option(names = "--due", description = "Only those whose grace period is over.")
  private boolean due;

  @Mixin private OutputOption output;

  private final Session session;

  public ContractionsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode found =
        new RestClient(session.target().planner()).get("/contractions" + (due ? "?due=true" : ""));
    session.console().out().println(output.json() ? Json.text(found) : text(found));
    return ExitCodes.OK;
  }

  private static String text(JsonNode found) {
    TextTable table = new TextTable("DEPLOYMENT", "TABLE", "DUE", "STATE", "CHANGES", "EVIDENCE");
    for (JsonNode item : found.path("items")) {
      table.row(
          item.path("deploymentId").asText(),
          item.path("table").asText(),
          item.path("due").asText(),
          state(item),
          item.path("changes").toString(),
          evidence(item));
    }
    return table.text();
  }

  private static String state(JsonNode item) {
    String contraction = item.path("contractionId").asText("");
    String state = item.path("state").asText();
    return contraction.isEmpty() ? state : state + " " + contraction;
  }

  /** What the last look found; before it, what must be found. */
  private static String evidence(JsonNode item) {
    return item.path("reason").asText(item.path("evidence").asText());
  }
}
