package io.stillwater.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Marks every record with the relay that sent it. */
public final class SenderName implements ProducerInterceptor<byte[], byte[]> {
  static final String SETTING = "test.relay.name";

  private byte[] name;

  @Override
  public void configure(Map<String, ?> settings) {
    name = settings.get(SETTING).toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
    record.headers().add("relay", name);
    return record;
  }

  @Override
  public void onAcknowledgement(RecordMetadata metadata, Exception exception) {
    // Only the sending is marked.
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
