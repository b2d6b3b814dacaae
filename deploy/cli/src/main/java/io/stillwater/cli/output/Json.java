package io.stillwater.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.stillwater.events.EventJson;

/** Results as one JSON document. */
public final class Json {
  private static final ObjectWriter WRITER = EventJson.MAPPER.writerWithDefaultPrettyPrinter();

  private Json() {}

  public static String text(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the result as JSON", e);
    }
  }
}
