package io.stillwater.lakehouse.iceberg;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.TableMetadata;

/** Edits of a table's properties. */
final class TableProperties {
  private TableProperties() {}

  static TableMetadata without(TableMetadata current, String... names) {
    return TableMetadata.buildFrom(current).removeProperties(Set.of(names)).build();
  }

  static Set<String> stampsOf(TableMetadata metadata, String deploymentId) {
    return metadata.properties().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(StepStamp.PROPERTY_PREFIX))
        .filter(entry -> entry.getValue().equals(deploymentId))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
