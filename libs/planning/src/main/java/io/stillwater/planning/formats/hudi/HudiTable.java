package io.stillwater.planning.formats.hudi;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.planning.schema.TableModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a Hudi table's own settings say of it.
 *
 * @param mergeOnRead whether it has log files; assumed where its type is not known
 * @param schemaOnRead whether its schema keeps a history of columns by id
 * @param keys record key columns; ordering and partitions likewise
 * @param version of the table, 0 to 9; null where unknown
 */
record HudiTable(
    boolean mergeOnRead,
    boolean schemaOnRead,
    List<String> keys,
    List<String> ordering,
    List<String> partitions,
    Integer version) {
  static final String SCHEMA_ON_READ = "hoodie.schema.on.read.enable";
  static final String VERSION = "hoodie.table.version";
  static final String KEYS = "hoodie.table.recordkey.fields";
  static final String PARTITIONS = "hoodie.table.partition.fields";
  static final String TYPE = "hoodie.table.type";
  static final List<String> ORDERING =
      List.of("hoodie.table.ordering.fields", "hoodie.table.precombine.field");

  /** What Hudi's statements in Spark take for the ordering column of a table that names none. */
  private static final String ORDERING_BY_DEFAULT = "ts";

  static HudiTable of(TableModel table) {
    Map<String, String> settings = table.properties();
    List<String> ordering = ORDERING.stream().flatMap(name -> names(settings.get(name))).toList();
    return new HudiTable(
        !"COPY_ON_WRITE".equalsIgnoreCase(settings.get(TYPE)),
        Boolean.parseBoolean(settings.get(SCHEMA_ON_READ)),
        Stream.concat(names(settings.get(KEYS)), table.identifiers().stream().map(HudiTable::plain))
            .distinct()
            .toList(),
        ordering.isEmpty() ? List.of(ORDERING_BY_DEFAULT) : ordering,
        Stream.concat(
                names(settings.get(PARTITIONS)),
                table.activeSpec().stream().map(PartitionTransform::source).map(HudiTable::plain))
            .distinct()
            .toList(),
        version(settings.get(VERSION), table.formatVersion()));
  }

  /** What the column, or something inside it, is to the table; empty for a plain one. */
  Optional<String> use(ColumnPath path) {
    return use(keys, path, "the record key")
        .or(() -> use(ordering, path, "what orders records of one key"))
        .or(() -> use(partitions, path, "the partition path"));
  }

  boolean isKey(ColumnPath path) {
    return use(keys, path, "").isPresent();
  }

  boolean isPartition(ColumnPath path) {
    return use(partitions, path, "").isPresent();
  }

  private static Optional<String> use(List<String> columns, ColumnPath path, String what) {
    String name = plain(path).toLowerCase(Locale.ROOT);
    return columns.stream()
        .filter(
            column -> {
              String used = column.toLowerCase(Locale.ROOT);
              return used.equals(name) || used.startsWith(name + ".");
            })
        .findFirst()
        .map(column -> column + " is part of " + what);
  }

  private static String plain(ColumnPath path) {
    return String.join(".", path.parts());
  }

  /** {@code id,name}; a custom key generator writes {@code ts:timestamp,region:simple}. */
  private static Stream<String> names(String list) {
    return list == null
        ? Stream.empty()
        : Arrays.stream(list.split(","))
            .map(name -> name.strip().replaceFirst(":(?i)(simple|timestamp)$", ""))
            .filter(name -> !name.isEmpty());
  }

  /** A snapshot that does not give the version has 1 as its format version, as for any format. */
  private static Integer version(String property, int formatVersion) {
    String text = Objects.toString(property, formatVersion > 1 ? "" + formatVersion : "").strip();
    return text.matches("\\d{1,3}") ? Integer.valueOf(text) : null;
  }
}
