package io.stillwater.catalogs.hudi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** The columns of a table that are the user's own. */
final class HudiSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Columns that Hudi adds to every table. */
  private static final String META = "_hoodie_";

  private HudiSchema() {}

  /**
   * @param avro the schema of the newest commit
   * @param evolution the same with column ids; null without schema.on.read
   */
  static List<Column> columns(String avro, String evolution, TableConfig config) {
    Map<String, Integer> ids = ids(evolution);
    // Names that other Avro libraries accept must not hide a table.
    Schema schema = new Schema.Parser(org.apache.avro.NameValidator.NO_VALIDATION).parse(avro);
    List<Column> columns = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      if (!field.name().startsWith(META)) {
        columns.add(
            new Column(
                ids.get(field.name()),
                field.name(),
                AvroTypes.of(field.schema()),
                AvroTypes.isNullable(field.schema()),
                field.doc(),
                null));
      }
    }
    if (config.isOn("hoodie.datasource.write.drop.partition.columns")) {
      addPartitionColumns(columns, config);
    }
    return columns;
  }

  /** They stand in the files' paths only, from where readers take them as text. */
  private static void addPartitionColumns(List<Column> columns, TableConfig config) {
    for (String name : config.partitionFields()) {
      if (columns.stream().noneMatch(column -> column.name().equals(name))) {
        columns.add(Column.of(null, name, Primitive.STRING));
      }
    }
  }

  private static Map<String, Integer> ids(String evolution) {
    if (evolution == null) {
      return Map.of();
    }
    Map<String, Integer> ids = new HashMap<>();
    try {
      for (JsonNode field : JSON.readTree(evolution).path("fields")) {
        ids.put(field.path("name").asText(), field.path("id").asInt());
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The evolution schema is no JSON: " + e.getMessage(), e);
    }
    return ids;
  }
}
