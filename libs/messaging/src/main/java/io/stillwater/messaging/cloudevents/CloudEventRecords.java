package io.stillwater.messaging.cloudevents;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes CloudEvents as Kafka records in binary mode. */
public final class CloudEventRecords {
  private CloudEventRecords() {}

  public static ProducerRecord<byte[], byte[]> binary(String topic, String key, CloudEvent event) {
    return KafkaMessageFactory.<byte[]>createWriter(topic, key.getBytes(StandardCharsets.UTF_8))
        .writeBinary(event);
  }
}
