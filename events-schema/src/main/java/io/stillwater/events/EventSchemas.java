package io.stillwater.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.SchemaLoader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON Schemas of the event types, read from the class path alone.
 *
 * <p>Thread-safe; a schema is compiled on its first use and kept.
 */
public final class EventSchemas {

  /** How a field is judged that the schema does not know, at whatever depth. */
  public enum UnknownFields {
    /** For producers: it is an error, since nobody would read it. */
    REFUSED,
    /** For consumers: additions are free, so it is ignored. Everything else is checked as well. */
    TOLERATED
  }

  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_PATH)
          .formatAssertionsEnabled(true)
          .locale(Locale.ENGLISH)
          .build();

  private static final Map<UnknownFields, JsonSchemaFactory> FACTORIES =
      Map.of(
          UnknownFields.REFUSED, factory(SchemaFiles::strict),
          UnknownFields.TOLERATED, factory(SchemaFiles::relaxed));

  private static final Map<UnknownFields, Map<String, JsonSchema>> COMPILED =
      Map.of(
          UnknownFields.REFUSED, new ConcurrentHashMap<>(),
          UnknownFields.TOLERATED, new ConcurrentHashMap<>());

  private EventSchemas() {}

  /**
   * What is wrong with the data of an event of that type.
   *
   * @return one sentence per violation, each starting with the path; empty for valid data
   */
  public static List<String> validate(
      EventType<?> type, JsonNode data, UnknownFields unknownFields) {
    return validate(SchemaFiles.fileName(type), data, unknownFields);
  }

  /** As above, against a schema file of this module by its name, e.g. {@code plan.schema.json}. */
  public static List<String> validate(
      String schemaFile, JsonNode data, UnknownFields unknownFields) {
    return COMPILED
        .get(unknownFields)
        .computeIfAbsent(schemaFile, file -> compile(file, unknownFields))
        .validate(data)
        .stream()
        .map(ValidationMessage::getMessage)
        .distinct()
        .toList();
  }

  private static JsonSchema compile(String schemaFile, UnknownFields unknownFields) {
    return FACTORIES
        .get(unknownFields)
        .getSchema(SchemaLocation.of(SchemaFiles.BASE + schemaFile), CONFIG);
  }

  private static JsonSchemaFactory factory(SchemaLoader classPathLoader) {
    return JsonSchemaFactory.getInstance(
        SpecVersion.VersionFlag.V202012,
        builder -> builder.schemaLoaders(loaders -> loaders.add(classPathLoader)));
  }
}
