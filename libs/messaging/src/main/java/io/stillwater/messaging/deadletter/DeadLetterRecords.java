package io.stillwater.messaging.deadletter;

import io.stillwater.events.Topics;
import io.stillwater.messaging.RecordLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Builds dead letters (contract, section 5, "Dead letters"). */
final class DeadLetterRecords {
  static final String REASON = "dead-letter-reason";
  static final String TOPIC = "dead-letter-topic";
  static final String PARTITION = "dead-letter-partition";
  static final String OFFSET = "dead-letter-offset";

  /** Bytes of the original value, where only its start is kept. */
  static final String LENGTH = "dead-letter-length";

  /** Hexadecimal digest of the original value, where only its start is kept. */
  static final String SHA_256 = "dead-letter-sha256";

  private static final int MAX_REASON_LENGTH = 4096;

  /** Larger headers of an oversized record are left out: they may be what makes it oversized. */
  private static final int MAX_KEPT_HEADER_BYTES = 1024;

  private DeadLetterRecords() {}

  /** The record with its key, value and headers as they came. */
  static ProducerRecord<byte[], byte[]> whole(
      ConsumerRecord<byte[], byte[]> record, String group, String reason) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(
            Topics.deadLetter(record.topic(), group), record.key(), record.value());
    record.headers().forEach(letter.headers()::add);
    describe(letter.headers(), record, reason);
    return letter;
  }

  /** The start of the value, with its length and digest. */
  static ProducerRecord<byte[], byte[]> excerpt(
      ConsumerRecord<byte[], byte[]> record, String group, String reason) {
    byte[] value = record.value();
    byte[] start = Arrays.copyOf(value, Math.min(value.length, RecordLimits.DEAD_LETTER_EXCERPT));
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(Topics.deadLetter(record.topic(), group), record.key(), start);
    for (Header header : record.headers()) {
      if (header.value() == null || header.value().length <= MAX_KEPT_HEADER_BYTES) {
        letter.headers().add(header);
      }
    }
    describe(letter.headers(), record, reason);
    add(letter.headers(), LENGTH, Integer.toString(value.length));
    add(letter.headers(), SHA_256, sha256(value));
    return letter;
  }

  private static void describe(
      Headers headers, ConsumerRecord<byte[], byte[]> record, String reason) {
    String sentence = String.valueOf(reason);
    add(headers, REASON, sentence.substring(0, Math.min(sentence.length(), MAX_REASON_LENGTH)));
    add(headers, TOPIC, record.topic());
    add(headers, PARTITION, Integer.toString(record.partition()));
    add(headers, OFFSET, Long.toString(record.offset()));
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] value) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
