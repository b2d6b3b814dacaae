package io.stillwater.planner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.DeploymentIds;
import io.stillwater.events.EventJson;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.Topics;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.Events;
import io.stillwater.testing.ReceivedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a Kafka client says to the planner, and what it hears. */
public final class Conversation implements AutoCloseable {
  private static final URI SOURCE = URI.create("/tests");

  /** One key for all, so that a request is handled after those before it. */
  private static final String KEY = "tests";

  private static final Set<String> ANSWERS =
      Set.of(
          EventTypes.PLAN_CREATED.name(),
          EventTypes.PLAN_REFUSED.name(),
          EventTypes.RELEASE_REJECTED.name());

  private final Events events =
      Events.connect(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));

  /** Sends a release; returns the request as it was sent, so that it can be sent again. */
  public EventRecord request(String release) {
    EventRecord request =
        EventRecord.binary(Topics.RELEASES, KEY, EventTypes.RELEASE_REQUESTED.name(), release);
    events.send(request);
    return request;
  }

  public void send(EventRecord event) {
    events.send(event);
  }

  /** Says that something happened to the deployment of a plan, as the executor would. */
  public void happened(EventType<?> type, JsonNode plan, String state, Instant at) {
    send(type, deploymentEvent(plan, state, at, "the schema moved"));
  }

  /** Says in how many rows two columns disagree that are kept in step. */
  public void syncNoticed(JsonNode plan, String table, long conflicts, String reason) {
    ObjectNode event = deploymentEvent(plan, "COMPLETED", Instant.now(), reason);
    event
        .put("previousState", "COMPLETED")
        .putObject("step")
        .put("id", "s9")
        .put("kind", "SYNC")
        .put("target", table)
        .put("attempt", 1)
        .put("conflicts", conflicts);
    send(EventTypes.STATE_CHANGED, event);
  }

  private void send(EventType<?> type, ObjectNode event) {
    events.send(
        EventRecord.binary(
            type.topic(), event.path("deploymentId").asText(), type.name(), event.toString()));
  }

  private static ObjectNode deploymentEvent(
      JsonNode plan, String state, Instant at, String reason) {
    ObjectNode event = EventJson.MAPPER.createObjectNode();
    for (String field : List.of("deploymentId", "planId", "requestId", "release")) {
      event.set(field, plan.path(field));
    }
    return event.put("state", state).put("at", at.toString()).put("reason", reason);
  }

  public static String deploymentOf(EventRecord request) {
    return DeploymentIds.of(SOURCE, request.id());
  }

  /** The only answer so far; waits for it. */
  public ReceivedRecord answer(EventRecord request, EventType<?> type) {
    return answers(request, type, 1).get(0);
  }

  /** Waits for that many answers of the type. */
  public List<ReceivedRecord> answers(EventRecord request, EventType<?> type, int count) {
    String deployment = deploymentOf(request);
    return events.await(
        type.topic(),
        record -> type.name().equals(record.type()) && deployment.equals(record.subject()),
        count);
  }

  /** Every answer that is there now, of whatever type. */
  public List<ReceivedRecord> answersNow(EventRecord request) {
    String deployment = deploymentOf(request);
    return List.of(Topics.PLANS, Topics.RELEASES).stream()
        .flatMap(topic -> events.all(topic).stream())
        .filter(record -> ANSWERS.contains(record.type()) && deployment.equals(record.subject()))
        .toList();
  }

  public List<ReceivedRecord> all(String topic) {
    return events.all(topic);
  }

  public List<ReceivedRecord> deadLetters(String topic) {
    return events.all(Topics.deadLetter(topic, "planner"));
  }

  public ReceivedRecord await(String topic, Predicate<ReceivedRecord> wanted) {
    return events.await(topic, wanted);
  }

  public static JsonNode json(ReceivedRecord record) {
    return tree(record.text());
  }

  public static JsonNode tree(String json) {
    try {
      return EventJson.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    events.close();
  }
}
