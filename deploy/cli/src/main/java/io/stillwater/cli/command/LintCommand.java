package io.stillwater.cli.command;

import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.documents.DocumentErrors;
import io.stillwater.cli.documents.FileOption;
import io.stillwater.cli.documents.LintResult;
import io.stillwater.cli.documents.ReleaseFiles;
import io.stillwater.events.release.DocumentError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = "Check release documents without planning them.")
public final class LintCommand implements Callable<Integer> {
  @Mixin private FileOption files;

  private final Session session;

  public LintCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ReleaseFiles documents = files.read();
    List<LintResult> results = new ArrayList<>();
    documents.environmentResults().forEach(result -> print(result, results));
    documents.forEach(
        source -> print(new LintResult(source.origin(), source.release().errors()), results));
    if (results.isEmpty()) {
      throw documents.none();
    }
    return results.stream().allMatch(LintResult::ok) ? ExitCodes.OK : ExitCodes.REFUSED;
  }

  private void print(LintResult result, List<LintResult> results) {
    results.add(result);
    if (result.ok()) {
      session.console().out().println(result.origin() + ": ok");
    }
    for (DocumentError error : result.errors()) {
      session.console().out().println(result.origin() + ": " + DocumentErrors.text(error));
    }
  }
}
