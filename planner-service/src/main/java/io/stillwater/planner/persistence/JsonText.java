package io.stillwater.planner.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventJson;

/** Records and documents as the JSON text that is stored and sent. */
public final class JsonText {

  private JsonText() {}

  public static String write(Object value) {
    try {
      return EventJson.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  public static JsonNode read(String json) {
    return read(json, JsonNode.class);
  }

  /**
   * @throws IllegalStateException when what was stored is not of that kind
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return EventJson.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }
}
