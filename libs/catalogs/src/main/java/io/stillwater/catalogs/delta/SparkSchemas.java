package io.stillwater.catalogs.delta;

import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.stillwater.lakehouse.table.Column;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Spark's schema as JSON, which Delta took over. */
public final class SparkSchemas {
  private static final String WHOLE = "spark.sql.sources.schema";
  private static final String PARTS = WHOLE + ".numParts";

  private SparkSchemas() {}

  public static List<Column> columns(String json) {
    return DeltaColumns.of(DataTypeJsonSerDe.deserializeStructType(json));
  }

  /**
   * As Spark keeps it in a table's parameters: whole, or in parts where the metastore's column is
   * too short.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static String text(Map<String, String> parameters) {
    if (parameters.containsKey(WHOLE)) {
      return parameters.get(WHOLE);
    }
    if (!parameters.containsKey(PARTS)) {
      throw new IllegalArgumentException("Neither Hive nor Spark says what its columns are");
    }
    return IntStream.range(0, Integer.parseInt(parameters.get(PARTS)))
        .mapToObj(part -> parameters.getOrDefault(WHOLE + ".part." + part, ""))
        .collect(Collectors.joining());
  }
}
