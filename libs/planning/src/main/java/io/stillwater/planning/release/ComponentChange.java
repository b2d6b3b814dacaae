package io.stillwater.planning.release;

import java.util.Map;

/**
 * The rollout of one component.
 *
 * @param strategy lower snake case
 * @param settings the rest of what the release says of it, in the order written
 * @param path where it stands in the document
 */
public record ComponentChange(
    String component, String strategy, Map<String, Object> settings, String path) {}
