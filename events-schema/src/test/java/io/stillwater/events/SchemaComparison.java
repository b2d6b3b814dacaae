package io.stillwater.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether a schema only adds to an earlier one: whatever was valid stays valid, and whatever a
 * consumer could rely on still stands. Works on expanded schemas.
 */
final class SchemaComparison {
  /** Keywords that must stay as they are; a lower bound that falls would be no harm but is rare. */
  private static final List<String> FIXED =
      List.of(
          "const",
          "pattern",
          "format",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "anyOf",
          "oneOf");

  private final List<String> breaks = new ArrayList<>();

  private SchemaComparison() {}

  /** One sentence per breaking change, each starting with the path. */
  static List<String> breaks(JsonNode before, JsonNode after) {
    SchemaComparison comparison = new SchemaComparison();
    comparison.compare("$", before, after);
    return comparison.breaks;
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    compareValues(path, "type", before, after);
    compareValues(path, "enum", before, after);
    compareRequired(path, before, after);
    for (String keyword : FIXED) {
      if (!before.path(keyword).equals(after.path(keyword))) {
        breaks.add(path + ": " + keyword + " changed");
      }
    }
    compareProperties(path, before.path("properties"), after.path("properties"));
    compareOpenness(path, "additionalProperties", before, after);
    compareOpenness(path, "unevaluatedProperties", before, after);
    if (before.has("items") || after.has("items")) {
      compare(path + "[]", before.path("items"), after.path("items"));
    }
    compareConditions(path, conditions(before), conditions(after), before);
  }

  private void compareValues(String path, String keyword, JsonNode before, JsonNode after) {
    if (!after.has(keyword)) {
      return;
    }
    if (!before.has(keyword)) {
      breaks.add(path + ": " + keyword + " is restricted now");
      return;
    }
    Set<String> removed = values(before.path(keyword));
    removed.removeAll(values(after.path(keyword)));
    if (!removed.isEmpty()) {
      breaks.add(path + ": " + keyword + " no longer allows " + removed);
    }
  }

  private void compareRequired(String path, JsonNode before, JsonNode after) {
    Set<String> was = values(before.path("required"));
    Set<String> is = values(after.path("required"));
    is.stream().filter(field -> !was.contains(field)).forEach(field -> required(path, field, true));
    was.stream()
        .filter(field -> !is.contains(field))
        .forEach(field -> required(path, field, false));
  }

  private void required(String path, String field, boolean now) {
    breaks.add(path + ": " + field + (now ? " is required now" : " is no longer promised"));
  }

  private void compareProperties(String path, JsonNode before, JsonNode after) {
    before
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              if (after.has(name)) {
                compare(path + "." + name, property.getValue(), after.path(name));
              } else {
                breaks.add(path + "." + name + ": removed");
              }
            });
  }

  private void compareOpenness(String path, String keyword, JsonNode before, JsonNode after) {
    JsonNode was = before.path(keyword);
    JsonNode is = after.path(keyword);
    if (was.isObject() && is.isObject()) {
      compare(path + ".*", was, is);
    } else if (!was.equals(is) && !is.isMissingNode() && !is.asBoolean(false)) {
      breaks.add(path + ": " + keyword + " is restricted now");
    }
  }

  private void compareConditions(
      String path, Map<String, JsonNode> before, Map<String, JsonNode> after, JsonNode schema) {
    before.forEach(
        (condition, then) -> {
          if (after.containsKey(condition)) {
            compare(path + "(" + condition + ")", then, after.get(condition));
          } else {
            breaks.add(path + ": nothing holds any more if " + condition);
          }
        });
    Set<String> known = values(schema.path("properties").path("of").path("enum"));
    after.keySet().stream()
        .filter(condition -> !before.containsKey(condition))
        .filter(condition -> known.isEmpty() || known.contains(condition))
        .forEach(condition -> breaks.add(path + ": a new condition holds if " + condition));
  }

  /** The alternatives of a tagged union by their tag, other conditions by their text. */
  private static Map<String, JsonNode> conditions(JsonNode schema) {
    Map<String, JsonNode> conditions = new TreeMap<>();
    schema
        .path("allOf")
        .forEach(
            part -> {
              String tag = part.at("/if/properties/of/const").asText(part.path("if").toString());
              conditions.put(tag, part.path("then"));
            });
    return conditions;
  }

  private static Set<String> values(JsonNode value) {
    Set<String> values = new TreeSet<>();
    if (value.isArray()) {
      value.forEach(element -> values.add(element.asText()));
    } else if (!value.isMissingNode()) {
      values.add(value.asText());
    }
    return values;
  }
}
