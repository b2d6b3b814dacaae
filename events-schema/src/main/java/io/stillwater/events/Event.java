package io.stillwater.events;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A CloudEvent of the contract. Known by {@code source} and {@code id}: a second one with both
 * equal is a duplicate.
 *
 * @param key the Kafka record key; the deployment id on every topic but releases (environment/name)
 *     and metrics (component)
 * @param subject the deployment id, or a dry run's plan id
 * @param extensions CloudEvents extensions ({@link EventExtensions}), lower-case names
 */
public record Event<T>(
    EventType<T> type,
    URI source,
    String id,
    String key,
    String subject,
    Instant time,
    Map<String, String> extensions,
    T data) {
  public Event {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(data, "data");
    extensions = Map.copyOf(extensions);
  }
}
