package io.stillwater.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.follow.CliEvents;
import io.stillwater.cli.follow.CommandExchange;
import io.stillwater.cli.follow.ReleaseIds;
import io.stillwater.cli.follow.ReleaseRun;
import io.stillwater.events.EventJson;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.Topics;
import io.stillwater.events.command.Command;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.testing.Events;
import io.stillwater.testing.ReceivedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** One release on its way through the packaged services, seen from outside through Kafka alone. */
final class Rollout {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  private final ReleaseIds ids = ReleaseIds.fresh();
  private final String bootstrapServers;

  private Rollout(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
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

  void awaitState(DeploymentState state) {
    await(EventTypes.STATE_CHANGED, data -> data.path("state").asText().equals(state.name()));
  }

  JsonNode await(EventType<?> type, Predicate<JsonNode> wanted) {
    try (Events events = Events.connect(bootstrapServers)) {
      return data(
          events.await(
              type.topic(),
              record ->
                  type.name().equals(record.type())
                      && isMine(record)
                      && wanted.test(data(record))));
    }
  }

  /** The events of that type so far, each with its id. */
  List<ReceivedRecord> heard(EventType<?> type) {
    try (Events events = Events.connect(bootstrapServers)) {
      return events.all(type.topic()).stream()
          .filter(record -> type.name().equals(record.type()) && isMine(record))
          .toList();
    }
  }

  /** All events about this deployment on its own topic, in their order. */
  List<ReceivedRecord> heard() {
    try (Events events = Events.connect(bootstrapServers)) {
      return events.all(Topics.DEPLOYMENTS).stream().filter(this::isMine).toList();
    }
  }

  void command(EventType<Command> type) {
    try (CommandExchange exchange = new CommandExchange(bootstrapServers)) {
      Command command = new Command(id(), "a test asks for it", "test", null, null);
      CommandExchange.Answer answer =
          exchange.send(CliEvents.command(type, command), ANSWER_LIMIT).orElseThrow();
      assertThat(answer.accepted()).as(answer.toString()).isTrue();
    }
  }

  void approve() {
    awaitState(DeploymentState.AWAITING_APPROVAL);
    command(EventTypes.APPROVE);
  }

  static JsonNode data(ReceivedRecord record) {
    try {
      return EventJson.MAPPER.readTree(record.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isMine(ReceivedRecord record) {
    return id().equals(record.subject());
  }
}
