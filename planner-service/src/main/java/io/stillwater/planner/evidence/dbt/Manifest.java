package io.stillwater.planner.evidence.dbt;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What is read of a dbt {@code manifest.json}; the rest of it is skipped. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(
    Metadata metadata,
    Map<String, Node> nodes,
    Map<String, Node> sources,
    Map<String, Exposure> exposures,
    Map<String, Group> groups) {

  Manifest {
    nodes = orEmpty(nodes);
    sources = orEmpty(sources);
    exposures = orEmpty(exposures);
    groups = orEmpty(groups);
  }

  private static <V> Map<String, V> orEmpty(Map<String, V> map) {
    return map == null ? Map.of() : map;
  }

  /**
   * @param version a URL that ends in the version, e.g. {@code manifest/v12.json}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Metadata(
      @JsonProperty("dbt_schema_version") String version,
      @JsonProperty("generated_at") JsonNode generatedAt,
      @JsonProperty("project_name") String project,
      @JsonProperty("project_id") String projectId) {}

  /**
   * A model, seed, snapshot, test or source.
   *
   * @param identifier of a source; other nodes have an alias
   * @param compiledCode null where dbt only parsed
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Node(
      @JsonProperty("resource_type") String resourceType,
      String database,
      String schema,
      String name,
      String alias,
      String identifier,
      String group,
      String language,
      Map<String, JsonNode> meta,
      Map<String, Column> columns,
      Contract contract,
      Config config,
      @JsonProperty("depends_on") DependsOn dependsOn,
      @JsonProperty("compiled_code") String compiledCode) {

    Node {
      columns = orEmpty(columns);
    }

    boolean isModel() {
      return "model".equals(resourceType) || "snapshot".equals(resourceType);
    }

    /** Ephemeral models are part of those that use them and have no table. */
    boolean hasTable() {
      return config == null || !"ephemeral".equals(config.materialized());
    }

    boolean hasContract() {
      return contract != null && contract.enforced();
    }

    List<String> parents() {
      return dependsOn == null || dependsOn.nodes() == null ? List.of() : dependsOn.nodes();
    }

    String table() {
      return identifier != null ? identifier : alias != null ? alias : name;
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Column(String name) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Contract(boolean enforced) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Config(String materialized) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record DependsOn(List<String> nodes) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Exposure(
      String name,
      String label,
      String type,
      Owner owner,
      @JsonProperty("depends_on") DependsOn dependsOn) {

    List<String> parents() {
      return dependsOn == null || dependsOn.nodes() == null ? List.of() : dependsOn.nodes();
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Owner(String name, JsonNode email) {
    /** A name, else an address; null without either. */
    String shown() {
      if (name != null && !name.isBlank()) {
        return name;
      }
      JsonNode first = email != null && email.isArray() ? email.path(0) : email;
      return first == null || first.isNull() ? null : first.asText(null);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Group(Owner owner) {}
}
