package io.stillwater.messaging.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Kafka clients of the library, on the broker and with the security settings of {@code kafka.*}.
 */
@ApplicationScoped
public class Producers {
  private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;
  private static final int BATCH_BYTES = 256 * 1024;
  private static final int MAX_BLOCK_MS = 10_000;
  private static final int REQUEST_TIMEOUT_MS = 10_000;
  private static final int DELIVERY_TIMEOUT_MS = 30_000;

  private final Map<String, Object> broker;
  private final String service;

  Producers(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "stillwater.service") String service) {
    this.broker = broker;
    this.service = service;
  }

  /**
   * A producer that loses nothing and keeps the order of each partition even when a record fails:
   * with a single request in flight nothing has been sent after it yet.
   *
   * @param purpose part of the client id
   */
  public Producer<byte[], byte[]> create(String purpose) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-" + purpose);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    // The broker decides what is too large, topic by topic.
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  Admin admin() {
    return Admin.create(new HashMap<>(broker));
  }

  /** The cause of a failed send as the unchecked exception that Kafka would throw itself. */
  public static KafkaException failure(ExecutionException e) {
    return e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
  }
}
