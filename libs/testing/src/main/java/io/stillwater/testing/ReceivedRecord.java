package io.stillwater.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A record as a test client sees it.
 *
 * @param headers by name, the last value where one is repeated
 * @param value null for a tombstone
 */
public record ReceivedRecord(
    String topic,
    int partition,
    long offset,
    String key,
    Map<String, String> headers,
    byte[] value) {
  public ReceivedRecord {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The CloudEvents type in binary mode, null without one. */
  public String type() {
    return headers.get("ce_type");
  }

  public String id() {
    return headers.get("ce_id");
  }

  public String subject() {
    return headers.get("ce_subject");
  }

  public String text() {
    return value == null ? null : new String(value, StandardCharsets.UTF_8);
  }
}
