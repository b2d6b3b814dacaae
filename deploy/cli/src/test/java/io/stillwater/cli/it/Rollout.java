package io.stillwater.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.follow.CliEvents;
import io.stillwater.cli.follow.CommandExchange;
import io.stillwater.cli.follow.EventFeed;
import io.stillwater.cli.follow.ReleaseIds;
import io.stillwater.cli.follow.ReleaseRun;
import io.stillwater.events.Event;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.Topics;
import io.stillwater.events.command.Command;
import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One release on its way through the packaged services, seen from outside through Kafka alone. */
final class Rollout {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final ReleaseIds ids = ReleaseIds.fresh();
  private final String bootstrapServers;
  private final EventFeed feed;
  private final List<Event<DeploymentEvent>> heard = new ArrayList<>();

  private Rollout(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.feed = EventFeed.fromNow(bootstrapServers, List.of(Topics.DEPLOYMENTS));
  }

  static Rollout publish(JsonNode release) {
    Rollout rollout = new Rollout(SharedStack.get().up().kafka().bootstrap());
    try (ReleaseRun run = new ReleaseRun(rollout.bootstrapServers)) {
      run.publish(rollout.ids, release);
    }
    return rollout;
  }

  String id() {
    return ids.deploymentId();
  }

  /** Returns when the deployment has been in that state. */
  void awaitState(DeploymentState state) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(heard(EventTypes.STATE_CHANGED))
                    .extracting(event -> event.data().state())
                    .contains(state));
  }

  boolean hasBeen(DeploymentState... states) {
    return heard(EventTypes.STATE_CHANGED).stream()
        .anyMatch(event -> List.of(states).contains(event.data().state()));
  }

  /** What was said about the deployment so far, in its order. */
  List<Event<DeploymentEvent>> heard() {
    Optional<Event<?>> next = feed.next(LOOK);
    while (next.isPresent()) {
      next.ifPresent(this::keepMine);
      next = feed.next(LOOK);
    }
    return List.copyOf(heard);
  }

  List<Event<DeploymentEvent>> heard(EventType<DeploymentEvent> type) {
    return heard().stream().filter(event -> event.type().equals(type)).toList();
  }

  void command(EventType<Command> type) {
    try (CommandExchange exchange = new CommandExchange(bootstrapServers)) {
      Command command = new Command(id(), "a test asks for it", "test", null, null);
      CommandExchange.Answer answer =
          exchange.send(CliEvents.command(type, command), LIMIT).orElseThrow();
      assertThat(answer.accepted()).as(answer.toString()).isTrue();
    }
  }

  /** Approves where the risk asks for it; returns when the deployment is on its way. */
  void approveIfAsked() {
    await()
        .atMost(LIMIT)
        .until(
            () ->
                hasBeen(DeploymentState.AWAITING_APPROVAL, DeploymentState.PRE_CHECKING)
                    || hasBeen(DeploymentState.PROTECTING));
    if (hasBeen(DeploymentState.AWAITING_APPROVAL)) {
      command(EventTypes.APPROVE);
    }
  }

  private void keepMine(Event<?> event) {
    if (event.data() instanceof DeploymentEvent data && id().equals(data.deploymentId())) {
      // Sound: the type's data class was just seen.
      @SuppressWarnings("unchecked")
      Event<DeploymentEvent> mine = (Event<DeploymentEvent>) event;
      heard.add(mine);
    }
  }
}
