package io.stillwater.planner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real Delta tables for tests, of one column and no rows: a log is all that they are. */
public final class DeltaLog {
  private static final String FIRST_VERSION =
      """
      {"protocol":{"minReaderVersion":1,"minWriterVersion":2}}
      {"metaData":{"id":"%s","format":{"provider":"parquet","options":{}},"schemaString":"{\\"type\\":\\"struct\\",\\"fields\\":[{\\"name\\":\\"id\\",\\"type\\":\\"long\\",\\"nullable\\":true,\\"metadata\\":{}}]}","partitionColumns":[],"configuration":{},"createdTime":0}}
      """;

  private DeltaLog() {}

  /** Makes {@code sales.orders} of the warehouse. */
  public static void write(Path warehouse, String tableId) throws IOException {
    Path log = of(warehouse);
    Files.createDirectories(log.getParent());
    Files.writeString(log, FIRST_VERSION.formatted(tableId));
  }

  /** Where the only version of {@code sales.orders} lies. */
  public static Path of(Path warehouse) {
    return warehouse.resolve("sales/orders/_delta_log/00000000000000000000.json");
  }
}
