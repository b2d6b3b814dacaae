package io.stillwater.messaging.deadletter;

import io.stillwater.messaging.kafka.Producers;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts records aside that the service must understand and cannot. */
@ApplicationScoped
public class DeadLetters {
  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final Producer<byte[], byte[]> producer;
  private final String group;

  DeadLetters(Producers producers, @ConfigProperty(name = "stillwater.service") String group) {
    this.producer = producers.create("dead-letters");
    this.group = group;
  }

  /**
   * Returns once the broker has the dead letter.
   *
   * @param reason a sentence
   * @throws org.apache.kafka.common.KafkaException when it does not take it
   */
  public void send(ConsumerRecord<byte[], byte[]> record, String reason) {
    try {
      await(DeadLetterRecords.whole(record, group, reason));
    } catch (RecordTooLargeException e) {
      await(DeadLetterRecords.excerpt(record, group, reason));
    }
    LOG.warnf(
        "Dead letter: %s partition %d offset %d: %s",
        record.topic(), record.partition(), record.offset(), reason);
  }

  private void await(ProducerRecord<byte[], byte[]> letter) {
    try {
      producer.send(letter).get();
    } catch (ExecutionException e) {
      throw Producers.failure(e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ZERO);
  }
}
