package io.stillwater.cli.command;

import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.output.Json;
import io.stillwater.cli.output.OutputOption;
import io.stillwater.local.StackAddresses;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Start the local stack, or find the running one, and print its addresses.")
public final class UpCommand implements Callable<Integer> {
  @Mixin private OutputOption output;

  private final Session session;

  public UpCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    StackAddresses addresses = session.stack().up();
    session.console().out().println(output.json() ? Json.text(addresses) : text(addresses));
    return ExitCodes.OK;
  }

  private static String text(StackAddresses addresses) {
    StringBuilder text = new StringBuilder();
    line(text, "kafka", addresses.kafka().bootstrap(), addresses.kafka().pid());
    line(text, "database", addresses.database().url(), addresses.database().pid());
    addresses.services().forEach((name, service) -> line(text, name, service.url(), service.pid()));
    text.append(
        "%-10s %s, warehouse %s%n"
            .formatted("lake", addresses.lake().uri(), addresses.lake().warehouse()));
    text.append("%-10s %s".formatted("page", addresses.serviceUrl("monitor") + "/"));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String address, long pid) {
    text.append("%-10s %s (process %d)%n".formatted(name, address, pid));
  }
}
