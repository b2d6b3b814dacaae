package io.stillwater.planning.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.json.JsonValues;
import java.util.Map;
import java.util.TreeMap;

/** A table snapshot as the contract's JSON; what is unknown is left out. */
final class TableSnapshotWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TableSnapshotWriter() {}

  static ObjectNode write(TableSnapshot snapshot) {
    ObjectNode root = JSON.objectNode();
    root.put("apiVersion", "stillwater/v1").put("kind", "TableSnapshot");
    ArrayNode engines = root.putArray("engines");
    snapshot.engines().forEach(engine -> engines.add(engine(engine)));
    ArrayNode tables = root.putArray("tables");
    snapshot.tables().values().forEach(table -> tables.add(table(table)));
    return root;
  }

  private static ObjectNode engine(EngineInUse engine) {
    ObjectNode node = JSON.objectNode().put("name", engine.name());
    put(node, "url", engine.url());
    put(node, "version", engine.version());
    if (!engine.libraries().isEmpty()) {
      node.set("libraries", sorted(engine.libraries()));
    }
    return node;
  }

  private static ObjectNode table(TableState table) {
    ObjectNode node = JSON.objectNode();
    node.put("table", table.name().toString())
        .put("format", table.format().name())
        .put("formatVersion", table.formatVersion());
    put(node, "catalogType", table.catalogType());
    put(node, "uuid", table.uuid());
    put(node, "schemaId", table.schemaId());
    put(node, "snapshotId", table.snapshotId());
    put(node, "specId", table.specId());
    ArrayNode columns = node.putArray("columns");
    table.columns().forEach(column -> columns.add(column(column)));
    ArrayNode specs = node.putArray("partitionSpecs");
    table
        .partitionSpecs()
        .forEach(
            spec ->
                specs
                    .addObject()
                    .put("id", spec.id())
                    .put("current", spec.current())
                    .set("fields", JsonValues.of(spec.fields())));
    node.set("sortOrder", JsonValues.of(table.sortOrder()));
    node.set("identifierColumns", JsonValues.of(table.identifierColumns()));
    node.set("properties", sorted(table.properties()));
    node.set("features", JsonValues.of(table.features()));
    put(node, "minReader", table.minReader());
    put(node, "minWriter", table.minWriter());
    put(node, "records", table.records());
    put(node, "files", table.files());
    put(node, "bytes", table.bytes());
    return node;
  }

  private static ObjectNode column(Column column) {
    ObjectNode node = JSON.objectNode();
    put(node, "id", column.id());
    node.put("name", column.name()).put("type", column.type().text());
    if (!column.nullable()) {
      node.put("nullable", false);
    }
    put(node, "comment", column.comment());
    put(node, "default", column.defaultValue());
    return node;
  }

  /** In the order of names, so that two exports of one state are the same text. */
  private static ObjectNode sorted(Map<String, String> map) {
    return (ObjectNode) JsonValues.of(new TreeMap<>(map));
  }

  private static void put(ObjectNode node, String name, Object value) {
    if (value != null) {
      node.set(name, JsonValues.of(value));
    }
  }
}
