package io.stillwater.catalogs.unity;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.PartitionSpecState;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.lakehouse.type.LakeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tables of plain files, of which the catalog knows all there is, as Hive does of its own. */
final class UnityTables {
  private static final Set<String> FILES = Set.of("PARQUET", "ORC", "AVRO", "CSV", "JSON", "TEXT");

  private UnityTables() {}

  /**
   * @throws IllegalArgumentException for a format that has more to it than files
   */
  static TableState of(TableName name, JsonNode info) {
    String format = info.path("data_source_format").asText();
    if (!FILES.contains(format)) {
      throw new IllegalArgumentException(
          "Its format is %s; read Iceberg tables through the server's Iceberg endpoint (type: rest)"
              .formatted(format.isEmpty() ? "not said" : format));
    }
    return TableState.builder(name, TableFormat.HIVE, 1)
        .catalogType(CatalogType.UNITY.name())
        .version(info.path("table_id").asText(null), null, null, null)
        .columns(columns(info))
        .partitionSpecs(List.of(new PartitionSpecState(0, true, partitioning(info))))
        .properties(properties(info, format))
        .build();
  }

  private static List<Column> columns(JsonNode info) {
    return sorted(info, "position").stream()
        .map(
            column ->
                new Column(
                    null,
                    column.path("name").asText(),
                    LakeType.parse(column.path("type_text").asText()),
                    column.path("nullable").asBoolean(true),
                    column.path("comment").asText(null),
                    null))
        .toList();
  }

  private static List<String> partitioning(JsonNode info) {
    return sorted(info, "partition_index").stream()
        .filter(column -> column.hasNonNull("partition_index"))
        .map(column -> ColumnPath.of(column.path("name").asText()).toString())
        .toList();
  }

  private static List<JsonNode> sorted(JsonNode info, String by) {
    List<JsonNode> columns = new ArrayList<>();
    info.path("columns").forEach(columns::add);
    columns.sort(Comparator.comparingInt(column -> column.path(by).asInt()));
    return columns;
  }

  private static Map<String, String> properties(JsonNode info, String format) {
    Map<String, String> properties = new TreeMap<>();
    info.path("properties")
        .properties()
        .forEach(property -> properties.put(property.getKey(), property.getValue().asText()));
    properties.put("storage.format", format);
    return properties;
  }
}
