package io.stillwater.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A record that a test sends, as any Kafka client would build it. */
public record EventRecord(String topic, String key, Map<String, String> headers, byte[] value) {
  public EventRecord {
    headers = Map.copyOf(headers);
  }

  /** A CloudEvent in binary mode with the four required headers and no others. */
  public static EventRecord binary(String topic, String key, String type, String json) {
    return new EventRecord(
        topic,
        key,
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_type",
            type,
            "ce_source",
            "/tests",
            "ce_id",
            UUID.randomUUID().toString()),
        json.getBytes(StandardCharsets.UTF_8));
  }

  /** A CloudEvent in structured mode: the whole envelope is the value. */
  public static EventRecord structured(String topic, String key, String envelope) {
    return new EventRecord(
        topic,
        key,
        Map.of("content-type", "application/cloudevents+json; charset=utf-8"),
        envelope.getBytes(StandardCharsets.UTF_8));
  }

  public EventRecord with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new EventRecord(topic, key, more, this.value);
  }

  public EventRecord without(String header) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(header);
    return new EventRecord(topic, key, fewer, value);
  }

  public EventRecord withValue(byte[] newValue) {
    return new EventRecord(topic, key, headers, newValue);
  }

  public String id() {
    return headers.get("ce_id");
  }
}
