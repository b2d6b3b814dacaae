package io.stillwater.catalogs.hudi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * What a commit says of the table.
 *
 * @param schema as Avro's JSON; empty where the commit left it as it was
 * @param evolution the schema with column ids, where schema.on.read was on; else empty
 * @param records number of rows by base file, named from the table's folder on
 * @param replaced ids of file groups that are no longer read, each behind its partition and a slash
 */
record Commit(
    Optional<String> schema,
    Optional<String> evolution,
    Map<String, Long> records,
    Set<String> replaced) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** These rewrite files by the schema that the table had when they were planned. */
  private static final Set<String> KEEP_THE_SCHEMA =
      Set.of("COMPACT", "CLUSTER", "LOG_COMPACT", "INDEX");

  /**
   * @param content JSON as of Hudi 0.x, an Avro file as of 1.x
   */
  static Commit parse(byte[] content) throws IOException {
    JsonNode commit = isAvro(content) ? JSON.readTree(avro(content)) : JSON.readTree(content);
    JsonNode extra = commit.path("extraMetadata");
    boolean keeps = KEEP_THE_SCHEMA.contains(commit.path("operationType").asText());
    return new Commit(
        keeps ? Optional.empty() : text(extra, "schema"),
        text(extra, "latest_schema"),
        records(commit.path("partitionToWriteStats")),
        replaced(commit.path("partitionToReplaceFileIds")));
  }

  private static boolean isAvro(byte[] content) {
    byte[] magic = DataFileConstants.MAGIC;
    return content.length >= magic.length
        && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
  }

  /** The one record of the file, as JSON of the same names. */
  private static String avro(byte[] content) throws IOException {
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(new SeekableByteArrayInput(content), new GenericDatumReader<>())) {
      return GenericData.get().toString(reader.next());
    }
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.path(name).asText(null)).filter(text -> !text.isBlank());
  }

  private static Map<String, Long> records(JsonNode partitions) {
    Map<String, Long> records = new HashMap<>();
    for (JsonNode files : partitions) {
      for (JsonNode file : files) {
        records.put(file.path("path").asText(), file.path("numWrites").asLong());
      }
    }
    return records;
  }

  private static Set<String> replaced(JsonNode partitions) {
    Set<String> ids = new HashSet<>();
    partitions
        .properties()
        .forEach(
            partition ->
                partition
                    .getValue()
                    .forEach(id -> ids.add(partition.getKey() + "/" + id.asText())));
    return ids;
  }
}
