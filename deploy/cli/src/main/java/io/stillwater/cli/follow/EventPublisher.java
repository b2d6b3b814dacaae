package io.stillwater.cli.follow;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.events.Event;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events; each is with the broker when {@link #publish} returns. */
public final class EventPublisher implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  /** Above what any topic of the contract takes: the broker decides what is too large. */
  private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;

  private final String bootstrapServers;
  private final KafkaProducer<String, byte[]> producer;

  public EventPublisher(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MAX_REQUEST_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (int) LIMIT.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) LIMIT.toMillis() / 3,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) LIMIT.toMillis()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * @throws CliException when the broker does not take it within 15 s
   */
  public void publish(Event<?> event) {
    try {
      producer.send(EventCodec.encode(event)).get();
    } catch (ExecutionException e) {
      throw new CliException(
          ExitCodes.ERROR,
          "The broker at %s did not take the event: %s"
              .formatted(bootstrapServers, e.getCause().getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCodes.ERROR, "Interrupted while sending");
    }
  }

  @Override
  public void close() {
    producer.close(LIMIT);
  }
}
