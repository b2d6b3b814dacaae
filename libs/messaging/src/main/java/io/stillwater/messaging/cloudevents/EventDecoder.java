package io.stillwater.messaging.cloudevents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.stillwater.events.Event;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventJson;
import io.stillwater.events.EventSchemas;
import io.stillwater.events.EventSchemas.UnknownFields;
import io.stillwater.events.EventType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Turns a CloudEvent of a known type into the contract's record, checked against its schema. */
public final class EventDecoder {
  private static final int SHOWN_VIOLATIONS = 5;
  private static final ObjectReader STRICT =
      EventJson.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * @throws UnreadableEventException when the data is not JSON or not what the type's schema says;
   *     unknown fields are tolerated
   */
  public <T> Event<T> decode(
      EventType<T> type, CloudEvent event, ConsumerRecord<byte[], byte[]> record) {
    JsonNode json = json(event);
    List<String> violations = EventSchemas.validate(type, json, UnknownFields.TOLERATED);
    if (!violations.isEmpty()) {
      throw new UnreadableEventException(
          "Invalid data of %s: %s%s"
              .formatted(
                  type,
                  String.join(
                      "; ", violations.subList(0, Math.min(SHOWN_VIOLATIONS, violations.size()))),
                  violations.size() > SHOWN_VIOLATIONS ? "; and more" : ""));
    }
    return new Event<>(
        type,
        event.getSource(),
        event.getId(),
        text(record.key()),
        event.getSubject(),
        event.getTime() == null ? null : event.getTime().toInstant(),
        extensions(event, record),
        data(type, json));
  }

  private static JsonNode json(CloudEvent event) {
    String contentType = event.getDataContentType();
    if (contentType != null && !contentType.contains("json")) {
      throw new UnreadableEventException(
          "The data is " + contentType + "; only application/json is read");
    }
    CloudEventData data = event.getData();
    if (data == null) {
      throw new UnreadableEventException("The event has no data");
    }
    try {
      JsonNode json = STRICT.readTree(data.toBytes());
      if (json == null || json.isMissingNode()) {
        throw new UnreadableEventException("The event has no data");
      }
      return json;
    } catch (IOException e) {
      throw new UnreadableEventException("The data is not JSON: " + firstLine(e), e);
    }
  }

  private static <T> T data(EventType<T> type, JsonNode json) {
    try {
      return EventJson.MAPPER.treeToValue(json, type.dataClass());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new UnreadableEventException("Invalid data of " + type + ": " + firstLine(e), e);
    }
  }

  /**
   * Traces of producers that send the W3C header instead of the CloudEvents extension go on too.
   */
  private static Map<String, String> extensions(
      CloudEvent event, ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> extensions = new HashMap<>();
    for (String name : event.getExtensionNames()) {
      extensions.put(name, String.valueOf(event.getExtension(name)));
    }
    Header traceparent = record.headers().lastHeader(EventExtensions.TRACEPARENT);
    if (traceparent != null && traceparent.value() != null) {
      extensions.putIfAbsent(EventExtensions.TRACEPARENT, text(traceparent.value()));
    }
    return extensions;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }
}
