package io.stillwater.planning.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.EventJson;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Changes of any kind of the columns that a schema has, and some that it has not. */
final class RandomChanges {
  private static final List<String> TYPES =
      List.of(
          "int",
          "bigint",
          "double",
          "string",
          "decimal(18,2)",
          "timestamp",
          "struct<z: int>",
          "date");

  private final Random random;
  private final List<ColumnPath> paths = new ArrayList<>();

  RandomChanges(Random random, Schema schema) {
    this.random = random;
    schema.columns().forEach(field -> collect(ColumnPath.of(field.name()), field.type()));
  }

  /** The changes in an order; a release of them if they do not contradict each other. */
  static Optional<Release> release(List<ObjectNode> changes) {
    ObjectNode document = EventJson.MAPPER.createObjectNode();
    document.put("apiVersion", "stillwater/v1").put("kind", "Release");
    document
        .putObject("metadata")
        .put("name", "r")
        .put("version", "v1")
        .put("environment", "production");
    ArrayNode all =
        document
            .putObject("spec")
            .putArray("tables")
            .addObject()
            .put("table", MemoryTable.NAME.toString())
            .putArray("changes");
    changes.forEach(all::add);
    return ReleaseDocuments.parse(document) instanceof Parsed.Valid<Release> valid
        ? Optional.of(valid.value())
        : Optional.empty();
  }

  /** At most one move: where columns end up is the order in which they are moved. */
  List<ObjectNode> some(int most) {
    List<ObjectNode> changes = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      ObjectNode change = one();
      boolean move = change.path("operation").asText().equals("move_column");
      boolean again = move && changes.stream().anyMatch(change::equals);
      if (!again && !changes.contains(change)) {
        changes.removeIf(other -> move && other.path("operation").asText().equals("move_column"));
        changes.add(change);
      }
    }
    return changes;
  }

  private ObjectNode one() {
    String column = any().toString();
    return switch (random.nextInt(14)) {
      case 0, 1 -> of("add_column").put("column", fresh()).put("type", type());
      case 2 -> of("add_column").put("column", fresh()).put("type", "int").put("default", 7);
      case 3 -> of("add_column").put("column", fresh()).put("type", type()).put("first", true);
      case 4, 5 -> of("widen_type").put("column", column).put("to", type());
      case 6 -> of("set_nullable").put("column", column);
      case 7 -> of("set_comment").put("column", column).put("comment", "it's \"new\" \\ `x`");
      case 8 -> of("move_column").put("column", column).put("first", true);
      case 9 -> of("add_partition").put("field", field(column));
      case 10 -> {
        ObjectNode sort = of("set_sort_order");
        sort.putArray("order").add(column + " DESC");
        yield sort;
      }
      case 11 -> of("set_default").put("column", column).put("default", 5);
      case 12 -> {
        ObjectNode set = of("set_properties");
        set.putObject("properties").put("owner", "it's me").put("write.format.default", "avro");
        yield set;
      }
      default -> unsafe(column);
    };
  }

  private ObjectNode unsafe(String column) {
    return switch (random.nextInt(5)) {
      case 0 -> of("drop_column").put("column", column);
      case 1 -> of("rename_column").put("from", column).put("to", "renamed");
      case 2 -> of("change_type_narrowing").put("column", column).put("to", type());
      case 3 -> of("set_not_null").put("column", column);
      default -> of("upgrade_format").put("version", 1 + random.nextInt(4));
    };
  }

  private String field(String column) {
    return random.nextBoolean() ? column : "bucket(4, " + column + ")";
  }

  private String type() {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  /** Inside something, or on top; a name that may be there. */
  private String fresh() {
    List<String> names = List.of("new", "new \"one\"", "a", "ID", "`new`", "n;--");
    String name = names.get(random.nextInt(names.size()));
    return (random.nextInt(3) == 0 ? any().child(name) : ColumnPath.of(name)).toString();
  }

  private ColumnPath any() {
    return random.nextInt(20) == 0
        ? ColumnPath.of("nowhere")
        : paths.get(random.nextInt(paths.size()));
  }

  private static ObjectNode of(String operation) {
    return EventJson.MAPPER.createObjectNode().put("operation", operation);
  }

  private void collect(ColumnPath path, Type type) {
    paths.add(path);
    if (type.isNestedType()) {
      for (Types.NestedField field : type.asNestedType().fields()) {
        collect(path.child(field.name()), field.type());
      }
    }
  }
}
