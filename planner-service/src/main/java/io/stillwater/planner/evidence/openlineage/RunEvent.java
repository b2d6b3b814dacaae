package io.stillwater.planner.evidence.openlineage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What is read of an OpenLineage run event; column lineage is the facet of version 1-2-0. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RunEvent(
    JsonNode eventTime, JsonNode run, Job job, List<Dataset> inputs, List<Dataset> outputs) {
  RunEvent {
    inputs = inputs == null ? List.of() : inputs;
    outputs = outputs == null ? List.of() : outputs;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Job(String namespace, String name, JobFacets facets) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record JobFacets(JobType jobType, Ownership ownership) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record JobType(String processingType) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Ownership(List<Owner> owners) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Owner(String name) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Dataset(String namespace, String name, DatasetFacets facets) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record DatasetFacets(Symlinks symlinks, ColumnLineage columnLineage) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Symlinks(List<Identifier> identifiers) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Identifier(String namespace, String name, String type) {}

  /**
   * @param dataset inputs of all outputs: filters, joins, sorts
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record ColumnLineage(Map<String, OutputField> fields, List<InputField> dataset) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record OutputField(List<InputField> inputFields) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record InputField(String namespace, String name, String field) {}
}
