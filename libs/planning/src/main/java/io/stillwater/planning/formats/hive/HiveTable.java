package io.stillwater.planning.formats.hive;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.PartitionTransform.Kind;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a Hive table's own settings say of it.
 *
 * @param model as it stands before the change
 */
record HiveTable(TableModel model) {
  static final String STORAGE = "storage.format";
  static final String CHECKED = "hive.metastore.disallow.incompatible.col.type.changes";

  /** How readers find a column in the files. */
  enum Access {
    NAME,
    POSITION,
    /** Some readers go by name, others by position. */
    EITHER,
    UNKNOWN
  }

  StorageFormat storage() {
    return StorageFormat.of(settings().get(STORAGE));
  }

  /**
   * Parquet by name, unless it is told otherwise for Hive or Trino; ORC by name in Spark and by
   * position in Trino, as their defaults are; text, RCFile and sequence files by position.
   */
  Access access() {
    return switch (storage()) {
      case PARQUET ->
          is("parquet.column.index.access", true) || is("hive.parquet.use-column-names", false)
              ? Access.EITHER
              : Access.NAME;
      case ORC -> orc();
      case AVRO, JSON -> Access.NAME;
      case CSV, TEXTFILE, RCFILE, SEQUENCEFILE -> Access.POSITION;
      case UNKNOWN -> Access.UNKNOWN;
    };
  }

  private Access orc() {
    if (is("orc.force.positional.evolution", true)) {
      return Access.POSITION;
    }
    return is("hive.orc.use-column-names", true) ? Access.NAME : Access.EITHER;
  }

  /** Whether the metastore compares types place by place, as it does where nothing is said. */
  boolean metastoreChecks() {
    return !is(CHECKED, false);
  }

  /** Whether columns come from an Avro schema rather than from the metastore. */
  boolean schemaElsewhere() {
    return settings().containsKey("avro.schema.url")
        || settings().containsKey("avro.schema.literal");
  }

  boolean external() {
    return is("EXTERNAL", true);
  }

  /** Whether DROP TABLE removes the files. */
  boolean filesGo() {
    return !external() || is("external.table.purge", true);
  }

  boolean transactional() {
    return is("transactional", true);
  }

  boolean partitioned() {
    return model.activeSpec().stream().anyMatch(field -> field.kind() == Kind.IDENTITY);
  }

  boolean isPartition(ColumnPath path) {
    return model.activeSpec().stream()
        .filter(field -> field.kind() == Kind.IDENTITY)
        .anyMatch(field -> same(field.source(), path));
  }

  /** Whether files are bucketed or sorted by the column. */
  boolean isLayout(ColumnPath path) {
    Stream<PartitionTransform> buckets =
        model.activeSpec().stream().filter(field -> field.kind() != Kind.IDENTITY);
    Stream<PartitionTransform> sorts = model.sortOrder().stream().map(field -> field.term());
    return Stream.concat(buckets, sorts).anyMatch(field -> same(field.source(), path));
  }

  /** Those that the files hold: the partition columns are in the directories' names. */
  List<Column> dataColumns() {
    return dataColumns(model.columns());
  }

  List<Column> dataColumns(List<Column> columns) {
    return columns.stream().filter(column -> !isPartition(ColumnPath.of(column.name()))).toList();
  }

  boolean knownEmpty() {
    Long records = model.base().records();
    Long files = model.base().files();
    return records != null && records == 0 || files != null && files == 0;
  }

  private boolean is(String name, boolean value) {
    return Boolean.toString(value).equalsIgnoreCase(settings().get(name));
  }

  private Map<String, String> settings() {
    return model.properties();
  }

  private static boolean same(ColumnPath one, ColumnPath other) {
    return one.toString().equalsIgnoreCase(other.toString());
  }
}
