package io.stillwater.planning.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document read, whatever it was written in; each part knows where it stands. */
public sealed interface DocumentNode {
  Location at();

  /** Number of nodes it stands for, itself included; what an alias repeats counts each time. */
  long weight();

  /** In words, for messages: a mapping, a list, a text … */
  String kind();

  /** Plain values: maps, lists, text, numbers, booleans, null. */
  Object value();

  record Mapping(Map<String, DocumentNode> fields, Location at, long weight)
      implements DocumentNode {
    @Override
    public String kind() {
      return "a mapping";
    }

    @Override
    public Object value() {
      Map<String, Object> values = new LinkedHashMap<>();
      fields.forEach((name, node) -> values.put(name, node.value()));
      return Collections.unmodifiableMap(values);
    }
  }

  record Sequence(List<DocumentNode> items, Location at, long weight) implements DocumentNode {
    @Override
    public String kind() {
      return "a list";
    }

    @Override
    public Object value() {
      List<Object> values = new ArrayList<>();
      items.forEach(node -> values.add(node.value()));
      return Collections.unmodifiableList(values);
    }
  }

  /**
   * @param value a String, Boolean, Number or null
   * @param text as it was written: {@code 3.10} stays {@code 3.10} where a text is asked for
   */
  record Scalar(Object value, String text, Location at) implements DocumentNode {
    @Override
    public long weight() {
      return 1;
    }

    @Override
    public String kind() {
      if (value == null) {
        return "nothing";
      }
      if (value instanceof Boolean) {
        return "'" + text + "', which is true or false";
      }
      String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
      return (value instanceof Number ? "the number " : "the text ") + "'" + shown + "'";
    }
  }
}
