package io.stillwater.planning.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plain values of a document as the JSON that the contract's records carry. */
public final class JsonValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonValues() {}

  /** Null stays null: in the contract's records an absent value is no node. */
  public static JsonNode optional(Object value) {
    return value == null ? null : of(value);
  }

  public static Map<String, JsonNode> map(Map<String, Object> values) {
    Map<String, JsonNode> nodes = new LinkedHashMap<>();
    values.forEach((name, value) -> nodes.put(name, of(value)));
    return nodes;
  }

  public static JsonNode of(Object value) {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof JsonNode node) {
      return node;
    }
    if (value instanceof Boolean truth) {
      return JSON.booleanNode(truth);
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return JSON.numberNode(((Number) value).longValue());
    }
    if (value instanceof Double || value instanceof Float) {
      return JSON.numberNode(((Number) value).doubleValue());
    }
    if (value instanceof BigDecimal decimal) {
      return JSON.numberNode(decimal);
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode node = JSON.objectNode();
      map.forEach((name, inner) -> node.set(String.valueOf(name), of(inner)));
      return node;
    }
    if (value instanceof Collection<?> list) {
      ArrayNode node = JSON.arrayNode();
      list.forEach(inner -> node.add(of(inner)));
      return node;
    }
    return JSON.textNode(value.toString());
  }
}
