package io.stillwater.cli.command;

import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.output.Json;
import io.stillwater.events.DocumentSchemas;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Print the JSON Schema of a document, for editors and producers.")
public final class SchemaCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "release|environment",
      description = "Which document: ${COMPLETION-CANDIDATES}.")
  private DocumentSchemas document;

  private final Session session;

  public SchemaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.console().out().println(Json.text(document.whole()));
    return ExitCodes.OK;
  }
}
