package io.stillwater.cli.command;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.documents.DocumentErrors;
import io.stillwater.cli.documents.FileOption;
import io.stillwater.cli.documents.ReleaseFiles;
import io.stillwater.cli.documents.ReleaseSource;
import io.stillwater.cli.follow.ReleaseFollower;
import io.stillwater.cli.follow.ReleaseIds;
import io.stillwater.cli.follow.ReleaseOutcome;
import io.stillwater.cli.follow.ReleaseRun;
import io.stillwater.cli.output.DurationConverter;
import io.stillwater.cli.output.Json;
import io.stillwater.cli.output.OutputOption;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.release.DocumentError;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = "Publish a release and follow what becomes of it.")
public final class ApplyCommand implements Callable<Integer> {
  @Mixin private FileOption files;

  @Option(names = "--wait", description = "Follow it until it has soaked too.")
  private boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "T",
      defaultValue = "30m",
      converter = DurationConverter.class,
      description = "How long to follow it (default: ${DEFAULT-VALUE}); it goes on without.")
  private Duration timeout;

  @Mixin private OutputOption output;

  private final Session session;

  public ApplyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ReleaseSource source = onlyRelease();
    ReleaseIds ids = ReleaseIds.fresh();
    ReleaseFollower follower =
        new ReleaseFollower(ids, wait, line -> session.console().progress(line));
    ReleaseOutcome outcome;
    try (ReleaseRun run = new ReleaseRun(session.target().bootstrapServers())) {
      run.publish(ids, source.document());
      session.console().progress("published; deployment " + ids.deploymentId());
      outcome = run.follow(follower, timeout, event -> {});
    }
    print(ids, follower, outcome);
    return exitCode(outcome);
  }

  private ReleaseSource onlyRelease() {
    ReleaseFiles found = files.read();
    List<ReleaseSource> releases = found.releases();
    if (releases.isEmpty()) {
      throw found.none();
    }
    if (releases.size() != 1) {
      throw new CliException(ExitCodes.REFUSED, "apply takes one release, not " + releases.size());
    }
    ReleaseSource source = releases.get(0);
    if (!source.release().valid()) {
      throw new CliException(
          ExitCodes.REFUSED,
          source.origin() + ": " + DocumentErrors.text(source.release().errors()));
    }
    return source;
  }

  private void print(ReleaseIds ids, ReleaseFollower follower, ReleaseOutcome outcome) {
    if (output.json()) {
      session
          .console()
          .out()
          .println(
              Json.text(
                  new Result(
                      ids.deploymentId(),
                      ids.requestId(),
                      outcome.kind(),
                      follower.state(),
                      outcome.reason(),
                      follower.plan(),
                      follower.errors())));
      return;
    }
    String reason = outcome.reason() == null ? "" : ": " + outcome.reason();
    session.console().out().println(ids.deploymentId() + " " + outcome.kind() + reason);
  }

  private static int exitCode(ReleaseOutcome outcome) {
    return switch (outcome.kind()) {
      case COMPLETED, SOAKING -> ExitCodes.OK;
      case REFUSED -> ExitCodes.REFUSED;
      case ROLLED_BACK -> ExitCodes.ROLLED_BACK;
      case NEEDS_A_PERSON -> ExitCodes.NEEDS_A_PERSON;
      case TIMED_OUT -> ExitCodes.TIMED_OUT;
    };
  }

  /** What {@code -o json} prints. */
  private record Result(
      String deploymentId,
      String requestId,
      ReleaseOutcome.Kind outcome,
      DeploymentState state,
      String reason,
      Plan plan,
      List<DocumentError> errors) {}
}
