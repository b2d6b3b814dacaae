package io.stillwater.planner.evidence.trino;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Set;

/**
 * What is read of a query-completed event of Trino's Kafka event listener. Everything may be
 * missing: operators exclude fields, and versions differ.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record QueryCompleted(Payload eventPayload) {

  /**
   * @param endTime a text in ISO form, or seconds since 1970
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Payload(
      Context context,
      Metadata metadata,
      IoMetadata ioMetadata,
      JsonNode createTime,
      JsonNode endTime) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Context(String user, String source, String queryType, String environment) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Metadata(List<Table> tables) {}

  /**
   * @param columns all that analysis met, read or not
   * @param referenceChain the views and others through which it is read, the outermost first
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Table(
      String catalog,
      String schema,
      String table,
      @JsonDeserialize(using = ColumnNames.class) Set<String> columns,
      String viewText,
      List<Reference> referenceChain) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reference(
      @JsonProperty("@type") String type, String catalogName, String schemaName, String viewName) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record IoMetadata(List<Input> inputs) {}

  /**
   * @param columns those whose values were read
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Input(
      String catalogName,
      String schema,
      String table,
      @JsonDeserialize(using = ColumnNames.class) Set<String> columns) {}
}
