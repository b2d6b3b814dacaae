package io.stillwater.executor.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.stillwater.events.EventJson;

/** Documents in text columns. */
public final class Json {
  private Json() {}

  public static String write(Object value) {
    try {
      return EventJson.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not writable as JSON: " + value, e);
    }
  }

  public static <T> T read(String text, TypeReference<T> type) {
    try {
      return EventJson.MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored document cannot be read: " + e.getMessage(), e);
    }
  }
}
