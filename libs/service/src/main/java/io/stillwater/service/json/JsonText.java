package io.stillwater.service.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.stillwater.events.EventJson;

/** Records and documents as the JSON text that is stored and sent. */
public final class JsonText {
  private static final TypeFactory TYPES = EventJson.MAPPER.getTypeFactory();

  private JsonText() {}

  /**
   * @throws IllegalArgumentException when the value has no form in JSON
   */
  public static String write(Object value) {
    try {
      return EventJson.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * @throws IllegalStateException when what was stored is no JSON
   */
  public static JsonNode read(String json) {
    return read(json, JsonNode.class);
  }

  /**
   * @throws IllegalStateException when what was stored is not of that kind
   */
  public static <T> T read(String json, Class<T> type) {
    return read(json, TYPES.constructType(type));
  }

  /**
   * @throws IllegalStateException when what was stored is not of that kind
   */
  public static <T> T read(String json, TypeReference<T> type) {
    return read(json, TYPES.constructType(type));
  }

  private static <T> T read(String json, JavaType type) {
    try {
      return EventJson.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "what was stored is no %s: %s"
              .formatted(type.getRawClass().getSimpleName(), e.getOriginalMessage()),
          e);
    }
  }
}
