package io.stillwater.cli.command;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckRunner;
import io.stillwater.checks.CheckStatus;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.checks.CheckDocuments;
import io.stillwater.cli.checks.ExpectedTables;
import io.stillwater.cli.lake.LakeConnection;
import io.stillwater.cli.output.Json;
import io.stillwater.cli.output.OutputOption;
import io.stillwater.cli.output.TextTable;
import io.stillwater.lakehouse.Catalogs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Make the checks of a file on the tables as they are.")
public final class CheckRunCommand implements Callable<Integer> {
  @Option(
      names = {"-f", "--file"},
      required = true,
      paramLabel = "F",
      description = "A document with the field 'checks', as in a release.")
  private Path file;

  @Option(
      names = "--tables",
      paramLabel = "T",
      description = "A table snapshot that schemas and row counts are held against.")
  private Path tables;

  @Mixin private OutputOption output;

  private final Session session;

  public CheckRunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ExpectedTables expected = ExpectedTables.read(tables);
    var specs = CheckDocuments.read(file, expected.names());
    CheckContext context = expected.context();
    List<CheckResult> results;
    try (Catalogs catalogs = LakeConnection.open(session.target().lake())) {
      results =
          new CheckRunner(catalogs, LakeConnection.engine(), Clock.systemUTC()).run(specs, context);
    }
    session.console().out().println(output.json() ? Json.text(results) : text(results));
    return exitCode(results);
  }

  private static int exitCode(List<CheckResult> results) {
    if (results.stream().anyMatch(result -> result.status() == CheckStatus.FAIL)) {
      return ExitCodes.DIFFERENT;
    }
    return results.stream().anyMatch(result -> result.status() == CheckStatus.UNKNOWN)
        ? ExitCodes.UNREADABLE
        : ExitCodes.OK;
  }

  private static String text(List<CheckResult> results) {
    TextTable table = new TextTable("CHECK", "TARGET", "STATUS", "VALUE", "LIMIT", "DETAIL");
    for (CheckResult result : results) {
      table.row(
          result.spec().name(),
          result.spec().target(),
          result.status(),
          result.value(),
          result.limit(),
          result.detail());
    }
    return table.text();
  }
}
