package io.stillwater.planning.release;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.planning.document.DocumentNode.Scalar;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Changes of a table as a whole. */
final class TableChangeReader {
  private TableChangeReader() {}

  static Optional<Change> read(Operation operation, Fields fields) {
    return switch (operation) {
      case SET_SORT_ORDER ->
          fields
              .require("order")
              .map(field -> parsedItems(field, SortField::parse))
              .map(Change.SetSortOrder::new);
      case SET_PROPERTIES -> fields.require("properties").flatMap(TableChangeReader::properties);
      case UPGRADE_FORMAT ->
          fields
              .require("version", field -> field.parsed(TableChangeReader::version))
              .map(Change.UpgradeFormat::new);
      case CREATE_TABLE -> createTable(fields);
      case RENAME_TABLE ->
          fields
              .require("to", field -> field.parsed(TableName::parse))
              .map(Change.RenameTable::new);
      case DROP_TABLE -> Optional.of(new Change.DropTable(ColumnFields.gracePeriod(fields)));
      default -> throw new IllegalArgumentException(operation + " is no change of a whole table");
    };
  }

  private static Optional<Change> properties(Field field) {
    return field
        .fields()
        .flatMap(
            entries -> {
              Map<String, String> properties = new TreeMap<>();
              entries
                  .all()
                  .forEach(
                      (name, value) -> {
                        if (value.node() instanceof Scalar scalar) {
                          properties.put(name, scalar.value() == null ? null : scalar.text());
                        } else {
                          value.wrong("a property is a plain value, not " + value.node().kind());
                        }
                      });
              if (properties.isEmpty()) {
                field.wrong("name at least one property");
                return Optional.empty();
              }
              return Optional.of(new Change.SetProperties(properties));
            });
  }

  private static int version(String text) {
    String number = text.startsWith("v") ? text.substring(1) : text;
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no format version; write e.g. 3", e);
    }
  }

  private static Optional<Change> createTable(Fields fields) {
    List<Field> items = fields.require("columns").map(Field::items).orElse(List.of());
    List<NewColumn> columns = items.stream().flatMap(item -> newColumn(item).stream()).toList();
    List<PartitionTransform> partitioning =
        fields
            .get("partitioning")
            .map(field -> parsedItems(field, PartitionTransform::parse))
            .orElse(List.of());
    if (items.isEmpty()) {
      fields.wrong("a table needs at least one column under 'columns'");
    }
    Set<String> names = new HashSet<>();
    for (NewColumn column : columns) {
      if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
        fields.wrong("column '" + column.name() + "' is given twice; keep one");
      }
    }
    return Optional.of(new Change.CreateTable(columns, partitioning));
  }

  private static Optional<NewColumn> newColumn(Field item) {
    return item.fields()
        .flatMap(
            fields -> {
              Optional<String> name = fields.require("name", Field::text);
              var type = fields.require("type", Types::read);
              boolean nullable = fields.get("nullable", Field::truth).orElse(true);
              Object defaultValue = ColumnFields.defaultValue(fields).orElse(null);
              String comment = fields.get("comment", Field::anyText).orElse(null);
              fields.refuseOthers();
              return name.flatMap(
                  one -> type.map(t -> new NewColumn(one, t, nullable, defaultValue, comment)));
            });
  }

  private static <T> List<T> parsedItems(Field field, Function<String, T> parser) {
    return field.items().stream().flatMap(item -> item.parsed(parser).stream()).toList();
  }
}
