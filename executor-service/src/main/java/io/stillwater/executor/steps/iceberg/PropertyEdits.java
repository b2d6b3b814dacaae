package io.stillwater.executor.steps.iceberg;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.Table;

/** The values that properties had, in a step's memory. */
final class PropertyEdits {
  private static final String PREFIX = "property.";

  private PropertyEdits() {}

  static Map<String, String> remember(Table table, Collection<String> names) {
    Map<String, String> before = new HashMap<>();
    for (String name : names) {
      String value = table.properties().get(name);
      if (value != null) {
        before.put(PREFIX + name, value);
      }
    }
    return before;
  }

  /** Null for a property that was not set. */
  static Map<String, String> recall(Map<String, String> memory, Collection<String> names) {
    Map<String, String> before = new HashMap<>();
    names.forEach(name -> before.put(name, memory.get(PREFIX + name)));
    return before;
  }
}
