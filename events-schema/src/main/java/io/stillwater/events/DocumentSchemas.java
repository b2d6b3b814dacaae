package io.stillwater.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The JSON Schemas of the documents that people write. */
public enum DocumentSchemas {
  RELEASE,
  ENVIRONMENT;

  private static final String SHARED = "checks.schema.json";
  private static final String DEFS = "$defs";
  private static final String REF = "$ref";

  /** The schema's file beside the others, which it refers to. */
  public String file() {
    return name().toLowerCase(Locale.ROOT) + ".schema.json";
  }

  /** The schema with all that it refers to, so that an editor needs this one file. */
  public ObjectNode whole() {
    ObjectNode schema = read(file());
    ObjectNode shared = read(SHARED);
    ObjectNode definitions = schema.withObjectProperty(DEFS);
    shared
        .path(DEFS)
        .properties()
        .forEach(
            definition -> {
              if (definitions.putIfAbsent(definition.getKey(), definition.getValue()) != null) {
                throw new IllegalStateException(
                    file() + " and " + SHARED + " both define " + definition.getKey());
              }
            });
    referWithin(schema);
    return schema;
  }

  private static void referWithin(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path(REF).isTextual()) {
      String target = object.path(REF).textValue();
      object.set(REF, TextNode.valueOf(target.replace(SHARED + "#", "#")));
    }
    schema.forEach(DocumentSchemas::referWithin);
  }

  private static ObjectNode read(String file) {
    try (InputStream resource = SchemaFiles.open(file)) {
      return (ObjectNode) EventJson.MAPPER.readTree(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
