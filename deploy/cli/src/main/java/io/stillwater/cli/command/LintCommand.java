package io.stillwater.cli.command;

import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.documents.DocumentErrors;
import io.stillwater.cli.documents.FileOption;
import io.stillwater.cli.documents.ReleaseSource;
import io.stillwater.events.release.DocumentError;
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
    List<ReleaseSource> releases = files.read().releases();
    for (ReleaseSource source : releases) {
      List<DocumentError> errors = source.release().errors();
      if (errors.isEmpty()) {
        session.console().out().println(source.origin() + ": ok");
      }
      errors.forEach(
          error ->
              session.console().out().println(source.origin() + ": " + DocumentErrors.text(error)));
    }
    return releases.stream().allMatch(source -> source.release().valid())
        ? ExitCodes.OK
        : ExitCodes.REFUSED;
  }
}
