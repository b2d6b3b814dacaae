package io.stillwater.planning.release;

import java.util.List;
import java.util.Map;

/**
 * The rollout of one component.
 *
 * @param strategy lower snake case
 * @param settings the rest of what the release says of it, in the order written
 * @param path where it stands in the document
 */
public record ComponentChange(
    String component, String strategy, Map<String, Object> settings, String path) {

  /** Components that are rolled out before it. */
  public List<String> dependsOn() {
    return settings.get("dependsOn") instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }
}
