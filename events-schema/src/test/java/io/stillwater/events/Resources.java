package io.stillwater.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the JSON files of this module from the class path. */
final class Resources {
  static final String SCHEMAS = "/io/stillwater/events/schemas/";

  private Resources() {}

  static JsonNode json(String resource) {
    try (InputStream stream = Resources.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("no such resource: " + resource);
      }
      return EventJson.MAPPER.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  static JsonNode example(EventType<?> type) {
    return json(type.exampleResource());
  }
}
