package io.stillwater.validator.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.stillwater.events.EventJson;

/** Documents in text columns. */
final class Json {
  private Json() {}

  static String write(Object value) {
    try {
      return EventJson.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not writable as JSON: " + e.getOriginalMessage(), e);
    }
  }

  static <T> T read(String text, Class<T> type) {
    try {
      return EventJson.MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored document cannot be read: " + e.getMessage(), e);
    }
  }
}
