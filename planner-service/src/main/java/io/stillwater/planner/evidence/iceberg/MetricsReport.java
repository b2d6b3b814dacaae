package io.stillwater.planner.evidence.iceberg;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What is read of the metrics report of Iceberg's REST catalog. */
@JsonIgnoreProperties(ignoreUnknown = true)
record MetricsReport(
    @JsonProperty("report-type") String type,
    @JsonProperty("table-name") String table,
    JsonNode filter,
    @JsonProperty("projected-field-names") List<String> projected,
    Map<String, JsonNode> metadata) {}
