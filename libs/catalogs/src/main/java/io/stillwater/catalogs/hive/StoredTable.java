package io.stillwater.catalogs.hive;

import io.trino.hive.thrift.metastore.FieldSchema;
import io.trino.hive.thrift.metastore.SerDeInfo;
import io.trino.hive.thrift.metastore.StorageDescriptor;
import io.trino.hive.thrift.metastore.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A table of the metastore, and whose it is. */
record StoredTable(Table table) {
  private static final String SPARK_PROVIDER = "spark.sql.sources.provider";

  enum Kind {
    ICEBERG,
    DELTA,
    HUDI,
    HIVE,
    VIEW
  }

  /** As Iceberg, Spark, Trino and Hudi's own sync mark them. */
  Kind kind() {
    String type = table.getTableType() == null ? "" : table.getTableType();
    if (type.endsWith("VIEW")) {
      return Kind.VIEW;
    }
    if ("ICEBERG".equalsIgnoreCase(parameters().get("table_type"))) {
      return Kind.ICEBERG;
    }
    String provider = provider().orElse("");
    String input = storage().getInputFormat() == null ? "" : storage().getInputFormat();
    if (provider.equals("hudi") || input.contains(".hudi.") || input.contains(".hoodie.")) {
      return Kind.HUDI;
    }
    return provider.equals("delta") ? Kind.DELTA : Kind.HIVE;
  }

  /** The data source of a table that Spark made; empty for {@code hive} and for other engines'. */
  Optional<String> provider() {
    return Optional.ofNullable(parameters().get(SPARK_PROVIDER))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> !name.equals("hive"));
  }

  /**
   * Spark's own path goes before the metastore's location, which may stand for nothing.
   *
   * @throws IllegalArgumentException when there is none
   */
  String location() {
    SerDeInfo serde = storage().getSerdeInfo();
    Map<String, String> settings =
        serde == null || serde.getParameters() == null ? Map.of() : serde.getParameters();
    return Optional.ofNullable(settings.getOrDefault("path", storage().getLocation()))
        .orElseThrow(() -> new IllegalArgumentException("The metastore has no location for it"));
  }

  Map<String, String> parameters() {
    return table.getParameters() == null ? Map.of() : table.getParameters();
  }

  StorageDescriptor storage() {
    return table.getSd() == null ? new StorageDescriptor() : table.getSd();
  }

  List<FieldSchema> columns() {
    return storage().getCols() == null ? List.of() : storage().getCols();
  }

  List<FieldSchema> partitionKeys() {
    return table.getPartitionKeys() == null ? List.of() : table.getPartitionKeys();
  }
}
