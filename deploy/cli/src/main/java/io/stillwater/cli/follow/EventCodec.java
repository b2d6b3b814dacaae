package io.stillwater.cli.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.stillwater.events.Event;
import io.stillwater.events.EventJson;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events of the contract as Kafka records, in CloudEvents' binary mode. */
final class EventCodec {
  private EventCodec() {}

  static ProducerRecord<String, byte[]> encode(Event<?> event) {
    CloudEventBuilder builder =
        CloudEventBuilder.v1()
            .withType(event.type().name())
            .withSource(event.source())
            .withId(event.id())
            .withTime(OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC))
            .withData("application/json", json(event.data()));
    if (event.subject() != null) {
      builder.withSubject(event.subject());
    }
    event.extensions().forEach(builder::withExtension);
    return KafkaMessageFactory.<String>createWriter(event.type().topic(), event.key())
        .writeBinary(builder.build());
  }

  /** Empty for what is not an event of the contract: a client steps over it. */
  static Optional<Event<?>> decode(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      CloudEvent event = KafkaMessageFactory.createReader(record).toEvent();
      return EventTypes.find(event.getType()).flatMap(type -> decode(record, event, type));
    } catch (CloudEventRWException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static <T> Optional<Event<?>> decode(
      ConsumerRecord<byte[], byte[]> record, CloudEvent event, EventType<T> type) {
    if (event.getData() == null) {
      return Optional.empty();
    }
    try {
      JsonNode tree = EventJson.MAPPER.readTree(event.getData().toBytes());
      return Optional.of(
          new Event<>(
              type,
              event.getSource(),
              event.getId(),
              record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
              event.getSubject(),
              event.getTime() == null ? null : event.getTime().toInstant(),
              extensions(event),
              EventJson.MAPPER.treeToValue(tree, type.dataClass())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> extensions(CloudEvent event) {
    Map<String, String> extensions = new HashMap<>();
    for (String name : event.getExtensionNames()) {
      extensions.put(name, String.valueOf(event.getExtension(name)));
    }
    return extensions;
  }

  private static byte[] json(Object data) {
    try {
      return EventJson.MAPPER.writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the event's data as JSON", e);
    }
  }
}
