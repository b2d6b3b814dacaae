package io.stillwater.cli.bench;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.stillwater.lakehouse.table.TableFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A lake that is not there, as a table snapshot, and a release that changes all of it. */
record SyntheticLake(Path release, Path tables) {
  static final int CHANGES_PER_TABLE = 3;

  private static final JsonFactory JSON = new JsonFactory();
  private static final int TABLES_PER_SCHEMA = 50;
  private static final int OTHER_COLUMNS = 24;
  private static final List<String> TYPES =
      List.of("string", "bigint", "decimal(18,2)", "timestamp", "struct<a: int, b: string>");

  /** Every fifth table is of another format than Iceberg. */
  private static final List<TableFormat> OTHERS =
      Arrays.stream(TableFormat.values()).filter(format -> format != TableFormat.ICEBERG).toList();

  static SyntheticLake write(Path folder, int tables) {
    try {
      Files.createDirectories(folder);
      SyntheticLake lake =
          new SyntheticLake(folder.resolve("release.json"), folder.resolve("tables.json"));
      lake.writeTables(tables);
      lake.writeRelease(tables);
      return lake;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the bench's documents to " + folder, e);
    }
  }

  private void writeTables(int count) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(tables.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("apiVersion", "stillwater/v1");
      json.writeStringField("kind", "TableSnapshot");
      json.writeFieldName("engines");
      json.writeRawValue(
          "[{\"name\":\"trino\",\"version\":\"476\"},"
              + "{\"name\":\"spark\",\"version\":\"4.0.1\",\"libraries\":{\"iceberg\":\"1.10.0\"}}]");
      json.writeArrayFieldStart("tables");
      for (int i = 0; i < count; i++) {
        writeTable(json, i);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void writeTable(JsonGenerator json, int number) throws IOException {
    TableFormat format = format(number);
    json.writeStartObject();
    json.writeStringField("table", name(number));
    json.writeStringField("format", format.name());
    json.writeNumberField("formatVersion", format == TableFormat.ICEBERG ? 1 + number % 3 : 1);
    json.writeStringField("catalogType", "REST");
    json.writeStringField("uuid", "00000000-0000-4000-8000-" + "%012d".formatted(number));
    json.writeNumberField("schemaId", number % 7);
    json.writeNumberField("snapshotId", 1_000_000_000L + number);
    json.writeNumberField("specId", 0);
    json.writeArrayFieldStart("columns");
    writeColumn(json, 1, "id", "bigint");
    writeColumn(json, 2, "n", "int");
    writeColumn(json, 3, "fname", "string");
    writeColumn(json, 4, "ts", "timestamp");
    for (int i = 0; i < OTHER_COLUMNS; i++) {
      writeColumn(json, 5 + i, "column_" + i, TYPES.get(i % TYPES.size()));
    }
    json.writeEndArray();
    json.writeFieldName("partitionSpecs");
    String field = format == TableFormat.ICEBERG ? "day(ts)" : "id";
    json.writeRawValue("[{\"id\":0,\"current\":true,\"fields\":[\"" + field + "\"]}]");
    json.writeFieldName("properties");
    json.writeRawValue(
        "{\"write.format.default\":\"parquet\",\"owner\":\"team-" + number % 40 + "\"}");
    json.writeNumberField("records", 1_000L * number);
    json.writeNumberField("files", 1 + number % 400);
    json.writeNumberField("bytes", 90_000L * number);
    json.writeEndObject();
  }

  private static void writeColumn(JsonGenerator json, int id, String name, String type)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", id);
    json.writeStringField("name", name);
    json.writeStringField("type", type);
    json.writeEndObject();
  }

  private void writeRelease(int count) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(release.toFile(), JsonEncoding.UTF8)) {
      json.writeRaw(
          "{\"apiVersion\":\"stillwater/v1\",\"kind\":\"Release\",\"metadata\":"
              + "{\"name\":\"bench\",\"version\":\"v1\",\"environment\":\"bench\"},\"spec\":{\"tables\":[");
      for (int i = 0; i < count; i++) {
        json.writeRaw((i == 0 ? "" : ",") + "{\"table\":\"" + name(i) + "\",\"changes\":[");
        json.writeRaw(change("add_column", "\"column\":\"added\",\"type\":\"double\"") + ",");
        if (format(i) == TableFormat.ICEBERG) {
          json.writeRaw(change("widen_type", "\"column\":\"n\",\"to\":\"bigint\"") + ",");
          json.writeRaw(change("rename_column", "\"from\":\"fname\",\"to\":\"first_name\""));
        } else {
          json.writeRaw(change("set_comment", "\"column\":\"n\",\"comment\":\"x\"") + ",");
          json.writeRaw(change("set_properties", "\"properties\":{\"owner\":\"x\"}"));
        }
        json.writeRaw("]}");
      }
      json.writeRaw("]}}");
    }
  }

  private static String change(String operation, String fields) {
    return "{\"operation\":\"" + operation + "\"," + fields + "}";
  }

  private static TableFormat format(int number) {
    boolean other = number % 5 == 4 && !OTHERS.isEmpty();
    return other ? OTHERS.get(number / 5 % OTHERS.size()) : TableFormat.ICEBERG;
  }

  private static String name(int number) {
    return "lake.s" + number / TABLES_PER_SCHEMA + ".table_" + number;
  }
}
