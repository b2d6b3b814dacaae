package io.stillwater.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.resource.InputStreamSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Finds the schema files by their {@code $id}: {@code https://stillwater.io/schemas/<file>} is the
 * class-path resource of that name, and nothing is ever fetched.
 */
final class SchemaFiles {
  static final String BASE = "https://stillwater.io/schemas/";

  private static final String FOLDER = "/io/stillwater/events/schemas/";
  private static final List<String> CLOSING =
      List.of("additionalProperties", "unevaluatedProperties");

  private SchemaFiles() {}

  static String fileName(EventType<?> type) {
    return type.schemaResource().substring(FOLDER.length());
  }

  /** The file as it is written; null, as the schema library asks, for what is not ours. */
  static InputStreamSource strict(AbsoluteIri iri) {
    return isOurs(iri) ? () -> open(iri) : null;
  }

  /**
   * The same file with every object left open. Filtering the violations afterwards would not do:
   * inside a {@code oneOf} an unknown field shows as "no alternative matches".
   */
  static InputStreamSource relaxed(AbsoluteIri iri) {
    return isOurs(iri) ? () -> new ByteArrayInputStream(openedUp(iri)) : null;
  }

  private static boolean isOurs(AbsoluteIri iri) {
    return iri.toString().startsWith(BASE);
  }

  private static InputStream open(AbsoluteIri iri) throws IOException {
    return open(iri.toString().substring(BASE.length()));
  }

  static InputStream open(String file) throws IOException {
    InputStream resource = SchemaFiles.class.getResourceAsStream(FOLDER + file);
    if (resource == null) {
      throw new IOException("there is no schema file " + FOLDER + file);
    }
    return resource;
  }

  private static byte[] openedUp(AbsoluteIri iri) {
    try (InputStream resource = open(iri)) {
      JsonNode schema = EventJson.MAPPER.readTree(resource);
      openUp(schema);
      return EventJson.MAPPER.writeValueAsBytes(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void openUp(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      CLOSING.stream().filter(keyword -> isFalse(object, keyword)).forEach(object::remove);
    }
    schema.forEach(SchemaFiles::openUp);
  }

  private static boolean isFalse(ObjectNode object, String keyword) {
    return object.path(keyword).isBoolean() && !object.path(keyword).booleanValue();
  }
}
