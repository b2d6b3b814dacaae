package io.stillwater.monitor.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventJson;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.Topics;
import io.stillwater.events.metrics.SamplesRecorded;
import io.stillwater.events.metrics.SamplesRecorded.Sample;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.Events;
import io.stillwater.testing.ReceivedRecord;
import java.util.List;

/** The monitor as its neighbours on the broker meet it. */
public final class Monitored implements AutoCloseable {
  private final Events events;

  public Monitored(String bootstrapServers) {
    events = Events.connect(bootstrapServers);
  }

  public void tell(EventRecord... records) {
    List.of(records).forEach(events::send);
  }

  public void measure(String environment, List<Sample> samples) {
    events.send(measured(environment, samples));
  }

  public static EventRecord measured(String environment, List<Sample> samples) {
    SamplesRecorded data = new SamplesRecorded(Samples.TRINO, environment, "tests", samples);
    return EventRecord.binary(
        Topics.METRICS, Samples.TRINO, EventTypes.SAMPLES_RECORDED.name(), json(data));
  }

  public JsonNode await(EventType<?> type, Deployment deployment) {
    ReceivedRecord found = events.await(type.topic(), each -> isOf(each, type, deployment));
    return tree(found.text());
  }

  public List<JsonNode> sent(EventType<?> type, Deployment deployment) {
    return events.all(type.topic()).stream()
        .filter(each -> isOf(each, type, deployment))
        .map(each -> tree(each.text()))
        .toList();
  }

  private static boolean isOf(ReceivedRecord sent, EventType<?> type, Deployment deployment) {
    return type.name().equals(sent.type()) && deployment.id().equals(sent.subject());
  }

  private static String json(Object data) {
    try {
      return EventJson.MAPPER.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return EventJson.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public void close() {
    events.close();
  }
}
