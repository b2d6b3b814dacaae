package io.stillwater.planning.gates;

import java.util.Map;

/**
 * One check that is asked for.
 *
 * @param settings plain values under the names of the contract, in the order written
 */
public record CheckSpec(String name, Map<String, Object> settings) {}
