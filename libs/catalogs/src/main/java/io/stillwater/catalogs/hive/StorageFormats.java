package io.stillwater.catalogs.hive;

import io.trino.hive.thrift.metastore.SerDeInfo;
import io.trino.hive.thrift.metastore.StorageDescriptor;
import java.util.Locale;
import java.util.Map;

/** A table's file format by the word that {@code STORED AS} has for it. */
final class StorageFormats {
  private static final Map<String, String> BY_INPUT_FORMAT =
      Map.of(
          "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat", "PARQUET",
          "parquet.hive.DeprecatedParquetInputFormat", "PARQUET",
          "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat", "ORC",
          "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat", "AVRO",
          "org.apache.hadoop.hive.ql.io.RCFileInputFormat", "RCFILE",
          "org.apache.hadoop.mapred.SequenceFileInputFormat", "SEQUENCEFILE",
          "org.apache.hadoop.mapred.TextInputFormat", "TEXTFILE");

  private static final Map<String, String> BY_SPARK_PROVIDER =
      Map.of("json", "JSONFILE", "text", "TEXTFILE", "csv", "TEXTFILE");

  private StorageFormats() {}

  /** A format that is not known goes by the name of its input format's class. */
  static String of(StorageDescriptor storage) {
    String input = storage.getInputFormat();
    if (input == null) {
      return "UNKNOWN";
    }
    SerDeInfo serde = storage.getSerdeInfo();
    String library = serde == null ? null : serde.getSerializationLib();
    String format = BY_INPUT_FORMAT.getOrDefault(input, input);
    boolean json = library != null && library.endsWith(".JsonSerDe");
    return format.equals("TEXTFILE") && json ? "JSONFILE" : format;
  }

  /** Spark keeps its own word for tables that Hive cannot read. */
  static String ofSpark(String provider) {
    String lower = provider.toLowerCase(Locale.ROOT);
    return BY_SPARK_PROVIDER.getOrDefault(lower, provider.toUpperCase(Locale.ROOT));
  }
}
