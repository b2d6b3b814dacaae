package io.stillwater.messaging.cloudevents;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Reads a record as a CloudEvent 1.0, in binary or in structured mode. */
public final class CloudEventReader {
  /** Longer ones do not fit the inbox' index. */
  private static final int MAX_NAME_LENGTH = 1024;

  private static final String CONTENT_TYPE = "content-type";
  private static final String SPEC_VERSION = "ce_specversion";

  /**
   * @param record its value is not null
   * @throws UnreadableEventException when the record is not a CloudEvent
   */
  public CloudEvent read(ConsumerRecord<byte[], byte[]> record) {
    CloudEvent event;
    try {
      event =
          isBareEnvelope(record)
              ? EventFormatProvider.getInstance()
                  .resolveFormat(JsonFormat.CONTENT_TYPE)
                  .deserialize(record.value())
              : KafkaMessageFactory.createReader(record).toEvent();
    } catch (RuntimeException e) {
      // The formats throw more than they declare, and arbitrary bytes must not stop the stream.
      throw new UnreadableEventException(explain(record.headers(), e), e);
    }
    if (event.getSpecVersion() != SpecVersion.V1) {
      throw new UnreadableEventException(
          "CloudEvents " + event.getSpecVersion() + " is not read; send specversion 1.0");
    }
    requireName("id", event.getId());
    requireName("source", event.getSource().toString());
    return event;
  }

  /** A structured event whose producer left the content type out. */
  private static boolean isBareEnvelope(ConsumerRecord<byte[], byte[]> record) {
    Headers headers = record.headers();
    return text(headers, CONTENT_TYPE) == null
        && text(headers, SPEC_VERSION) == null
        && new String(record.value(), StandardCharsets.UTF_8).contains("\"specversion\"");
  }

  private static void requireName(String attribute, String value) {
    if (value.isEmpty() || value.length() > MAX_NAME_LENGTH || value.indexOf('\0') >= 0) {
      throw new UnreadableEventException(
          "Not a CloudEvent: the %s has %d characters; give 1 to %d, none of them NUL"
              .formatted(attribute, value.length(), MAX_NAME_LENGTH));
    }
  }

  private static String explain(Headers headers, RuntimeException cause) {
    String contentType = text(headers, CONTENT_TYPE);
    if (text(headers, SPEC_VERSION) == null
        && (contentType == null || !contentType.startsWith("application/cloudevents"))) {
      return "Not a CloudEvent: neither the header ce_specversion nor a content-type "
          + JsonFormat.CONTENT_TYPE;
    }
    return "Not a CloudEvent: " + cause.getMessage();
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
