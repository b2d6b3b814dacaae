package io.stillwater.planning.snapshot;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.PartitionSpecState;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.lakehouse.table.TableStateBuilder;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.document.DocumentNode.Scalar;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import io.stillwater.planning.document.NearestWord;
import io.stillwater.planning.release.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads tables of a snapshot document; names and types that repeat in them are kept once. */
final class TableStateReader {
  private static final int MOST_KEPT = 10_000;

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, LakeType> types = new HashMap<>();

  Optional<TableState> read(Fields fields) {
    Optional<TableName> name = fields.require("table", field -> field.parsed(TableName::parse));
    Optional<TableFormat> format = fields.require("format", TableStateReader::format);
    int version = integer(fields, "formatVersion").orElse(1);
    TableStateBuilder table =
        TableState.builder(
            name.orElse(TableName.of("unknown", "unknown", "unknown")),
            format.orElse(TableFormat.ICEBERG),
            version);
    table
        .catalogType(text(fields, "catalogType"))
        .version(
            text(fields, "uuid"),
            integer(fields, "schemaId").orElse(null),
            number(fields, "snapshotId"),
            integer(fields, "specId").orElse(null))
        .columns(columns(fields))
        .partitionSpecs(specs(fields))
        .sortOrder(checked(fields, "sortOrder", SortField::parse))
        .identifierColumns(checked(fields, "identifierColumns", ColumnPath::parse))
        .properties(fields.get("properties", Field::fields).map(Fields::texts).orElse(Map.of()))
        .protocol(
            fields.get("features").map(Field::texts).orElse(List.of()),
            integer(fields, "minReader").orElse(null),
            integer(fields, "minWriter").orElse(null))
        .size(count(fields, "records"), count(fields, "files"), count(fields, "bytes"));
    fields.refuseOthers();
    return name.isPresent() && format.isPresent() ? Optional.of(table.build()) : Optional.empty();
  }

  private static Optional<TableFormat> format(Field field) {
    return field
        .text()
        .flatMap(
            text -> {
              List<String> known = Arrays.stream(TableFormat.values()).map(Enum::name).toList();
              if (known.contains(text)) {
                return Optional.of(TableFormat.valueOf(text));
              }
              field.wrong("format '" + text + "' is not known; " + NearestWord.hint(text, known));
              return Optional.empty();
            });
  }

  private List<Column> columns(Fields fields) {
    List<Column> columns = new ArrayList<>();
    for (Field item : fields.require("columns").map(Field::items).orElse(List.of())) {
      item.fields().flatMap(this::column).ifPresent(columns::add);
    }
    return columns;
  }

  private Optional<Column> column(Fields fields) {
    Integer id = integer(fields, "id").orElse(null);
    Optional<String> name =
        fields.require("name", Field::text).map(text -> kept(names, text, text));
    Optional<LakeType> type = fields.require("type", this::type);
    boolean nullable = fields.get("nullable", Field::truth).orElse(true);
    String comment = fields.get("comment", Field::anyText).orElse(null);
    Object defaultValue =
        fields
            .get("default")
            .map(field -> field.node() instanceof Scalar scalar ? scalar.value() : null)
            .orElse(null);
    fields.refuseOthers();
    return name.flatMap(
        one -> type.map(t -> new Column(id, one, t, nullable, comment, defaultValue)));
  }

  private Optional<LakeType> type(Field field) {
    LakeType known = field.node() instanceof Scalar scalar ? types.get(scalar.text()) : null;
    return known != null
        ? Optional.of(known)
        : Types.read(field).map(type -> kept(types, ((Scalar) field.node()).text(), type));
  }

  private static <T> T kept(Map<String, T> all, String text, T value) {
    T known = all.get(text);
    if (known == null && all.size() < MOST_KEPT) {
      all.put(text, value);
    }
    return known == null ? value : known;
  }

  private static List<PartitionSpecState> specs(Fields fields) {
    List<PartitionSpecState> specs = new ArrayList<>();
    for (Field item : fields.items("partitionSpecs")) {
      item.fields()
          .ifPresent(
              spec -> {
                int id = integer(spec, "id").orElse(specs.size());
                boolean current = spec.get("current", Field::truth).orElse(false);
                List<String> names = checked(spec, "fields", PartitionTransform::parse);
                spec.refuseOthers();
                specs.add(new PartitionSpecState(id, current, names));
              });
    }
    return specs;
  }

  /** Texts that a parser accepts; they are kept as the table has them. */
  private static List<String> checked(Fields fields, String name, Function<String, ?> parser) {
    return fields.items(name).stream()
        .flatMap(item -> item.parsed(text -> parser.apply(text).toString()).stream())
        .toList();
  }

  private static String text(Fields fields, String name) {
    return fields.get(name, Field::text).orElse(null);
  }

  private static Optional<Integer> integer(Fields fields, String name) {
    return fields.get(name, field -> field.wholeNumber(0, Integer.MAX_VALUE)).map(Long::intValue);
  }

  private static Long number(Fields fields, String name) {
    return fields
        .get(name, field -> field.wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE))
        .orElse(null);
  }

  private static Long count(Fields fields, String name) {
    return fields.get(name, field -> field.wholeNumber(0, Long.MAX_VALUE)).orElse(null);
  }
}
