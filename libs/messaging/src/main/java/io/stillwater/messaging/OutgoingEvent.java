package io.stillwater.messaging;

import io.stillwater.events.Event;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventType;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An event on its way out. Source and time are set by the outbox; {@code traceparent}, {@code
 * causationid} and {@code environment} are taken from the event being handled where they are not
 * given here, {@code deploymentid} from the subject.
 *
 * @param id the {@code ce_id}, a random UUID unless {@link #withId} names a derived one
 * @param key the record key: the deployment id, on releases environment/name, on metrics the
 *     component
 * @param subject the deployment id, null where the event belongs to none
 */
public record OutgoingEvent<T>(
    EventType<T> type,
    String id,
    String key,
    String subject,
    Map<String, String> extensions,
    T data) {
  private static final Pattern EXTENSION_NAME = Pattern.compile("[a-z0-9]{1,20}");

  public OutgoingEvent {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(data, "data");
    extensions = Map.copyOf(extensions);
    extensions.keySet().forEach(OutgoingEvent::requireExtensionName);
  }

  public static <T> OutgoingEvent<T> of(EventType<T> type, String key, String subject, T data) {
    return new OutgoingEvent<>(type, UUID.randomUUID().toString(), key, subject, Map.of(), data);
  }

  public OutgoingEvent<T> withId(String newId) {
    return new OutgoingEvent<>(type, newId, key, subject, extensions, data);
  }

  /** Sets an extension; a null value leaves the event as it is ("where known"). */
  public OutgoingEvent<T> withExtension(String name, String value) {
    if (value == null) {
      return this;
    }
    Map<String, String> more = new HashMap<>(extensions);
    more.put(name, value);
    return new OutgoingEvent<>(type, id, key, subject, more, data);
  }

  /** Names the cause explicitly, for effects that happen outside its handler. */
  public OutgoingEvent<T> causedBy(Event<?> cause) {
    return withExtension(EventExtensions.CAUSATION_ID, cause.id())
        .withExtension(
            EventExtensions.TRACEPARENT, cause.extensions().get(EventExtensions.TRACEPARENT));
  }

  /** What CloudEvents asks of a name; the relay could never send an event with another one. */
  private static void requireExtensionName(String name) {
    if (!EXTENSION_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Extension name '" + name + "' is not made of 1 to 20 lower-case letters and digits");
    }
  }
}
