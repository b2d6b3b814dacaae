package io.stillwater.cli.it;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.EventJson;
import io.stillwater.lakehouse.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Release documents as a pipeline would build them. */
final class Releases {
  private Releases() {}

  @SafeVarargs
  static ObjectNode of(TableName table, Map<String, Object>... changes) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Map<String, Object> change : changes) {
      list.add(change);
    }
    return of(table, list);
  }

  static ObjectNode of(TableName table, List<Map<String, Object>> changes) {
    return of(Map.of(table, changes));
  }

  /** Of several tables; named after the first. */
  static ObjectNode of(Map<TableName, List<Map<String, Object>>> changes) {
    ObjectNode release = EventJson.MAPPER.createObjectNode();
    release.put("apiVersion", "stillwater/v1").put("kind", "Release");
    release
        .putObject("metadata")
        .put("name", changes.keySet().iterator().next().name())
        .put("version", "v1")
        .put("environment", "integration");
    ObjectNode spec = release.putObject("spec");
    spec.putObject("analysis").put("soak", "1s");
    ArrayNode tables = spec.putArray("tables");
    changes.forEach(
        (table, list) ->
            tables
                .addObject()
                .put("table", table.toString())
                .set("changes", EventJson.MAPPER.valueToTree(list)));
    return release;
  }

  static Map<String, Object> addColumn(String column, String type) {
    return Map.of("operation", "add_column", "column", column, "type", type);
  }

  static Map<String, Object> widen(String column, String to) {
    return Map.of("operation", "widen_type", "column", column, "to", to);
  }

  static Map<String, Object> rename(String from, String to) {
    return Map.of("operation", "rename_column", "from", from, "to", to);
  }
}
