package io.stillwater.cli.demo.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.follow.CliEvents;
import io.stillwater.cli.follow.ReleaseFollower;
import io.stillwater.cli.follow.ReleaseIds;
import io.stillwater.cli.follow.ReleaseOutcome;
import io.stillwater.cli.follow.ReleaseRun;
import io.stillwater.events.Event;
import io.stillwater.events.EventTypes;
import io.stillwater.events.command.Command;
import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentState;
import java.time.Duration;

/** Publishes one release, approves it when it waits for that, and shows what becomes of it. */
public final class DemoRelease {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final String bootstrapServers;
  private final Screen screen;

  public DemoRelease(String bootstrapServers, Screen screen) {
    this.bootstrapServers = bootstrapServers;
    this.screen = screen;
  }

  public Result run(JsonNode document) {
    ReleaseIds ids = ReleaseIds.fresh();
    DeploymentWatch watch = new DeploymentWatch(ids);
    ReleaseFollower follower = new ReleaseFollower(ids, true, screen::line);
    try (ReleaseRun run = new ReleaseRun(bootstrapServers)) {
      screen.line("publishing the release; it is deployment " + ids.deploymentId());
      run.publish(ids, document);
      ReleaseOutcome outcome =
          run.follow(
              follower,
              LIMIT,
              event -> {
                watch.accept(event);
                if (waitsForApproval(ids, event)) {
                  screen.line("approving");
                  run.command(approval(ids));
                }
              });
      return new Result(ids, follower, watch, outcome);
    }
  }

  private static boolean waitsForApproval(ReleaseIds ids, Event<?> event) {
    return event.type().equals(EventTypes.STATE_CHANGED)
        && event.data() instanceof DeploymentEvent moved
        && moved.state() == DeploymentState.AWAITING_APPROVAL
        && moved.previousState() != DeploymentState.AWAITING_APPROVAL
        && ids.deploymentId().equals(moved.deploymentId());
  }

  private static Event<Command> approval(ReleaseIds ids) {
    return CliEvents.command(
        EventTypes.APPROVE,
        new Command(ids.deploymentId(), "the demo's plan was read", "demo", null, null));
  }

  public record Result(
      ReleaseIds ids, ReleaseFollower follower, DeploymentWatch watch, ReleaseOutcome outcome) {}
}
