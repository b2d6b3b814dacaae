package io.stillwater.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Function;

/**
 * A schema with every {@code $ref} replaced by what it names, so that two versions can be compared
 * and walked without minding in which file a part stands.
 */
final class ExpandedSchema {
  private static final String REF = "$ref";
  private static final String DEFS = "$defs";
  private static final Set<String> CUMULATIVE = Set.of("required", "allOf");

  private final Function<String, JsonNode> files;

  /**
   * @param files the schema file of a name, e.g. {@code plan.schema.json}
   */
  ExpandedSchema(Function<String, JsonNode> files) {
    this.files = files;
  }

  static JsonNode ofCurrent(String file) {
    return new ExpandedSchema(name -> Resources.json(Resources.SCHEMAS + name)).of(file);
  }

  JsonNode of(String file) {
    return expand(files.apply(file), file);
  }

  private JsonNode expand(JsonNode schema, String file) {
    if (schema instanceof ArrayNode array) {
      ArrayNode expanded = EventJson.MAPPER.createArrayNode();
      array.forEach(element -> expanded.add(expand(element, file)));
      return expanded;
    }
    if (!(schema instanceof ObjectNode object)) {
      return schema;
    }
    ObjectNode expanded = EventJson.MAPPER.createObjectNode();
    if (object.path(REF).isTextual()) {
      merge(expanded, target(object.path(REF).textValue(), file));
    }
    object.properties().stream()
        .filter(field -> !field.getKey().equals(REF) && !field.getKey().equals(DEFS))
        .forEach(field -> mergeField(expanded, field.getKey(), expand(field.getValue(), file)));
    return expanded;
  }

  private JsonNode target(String ref, String file) {
    int hash = ref.indexOf('#');
    String targetFile = hash == 0 ? file : hash < 0 ? ref : ref.substring(0, hash);
    String pointer = hash < 0 ? "" : ref.substring(hash + 1);
    return expand(files.apply(targetFile).at(pointer), targetFile);
  }

  /** Keywords beside a {@code $ref} hold as well as those of what it names. */
  private static void merge(ObjectNode into, JsonNode from) {
    from.properties().forEach(field -> mergeField(into, field.getKey(), field.getValue()));
  }

  private static void mergeField(ObjectNode into, String key, JsonNode value) {
    JsonNode present = into.path(key);
    if (present instanceof ObjectNode both && value.isObject()) {
      merge(both, value);
    } else if (present instanceof ArrayNode all && CUMULATIVE.contains(key)) {
      value.forEach(all::add);
    } else {
      into.set(key, value);
    }
  }
}
