package io.stillwater.planning.environment;

import java.util.Map;
import java.util.Optional;

/**
 * An engine that reads or writes the lake.
 *
 * @param name trino, spark, flink …
 * @param version null where unknown
 * @param libraries versions of format libraries by name: iceberg, delta, hudi
 */
public record EngineInUse(String name, String url, String version, Map<String, String> libraries) {
  public EngineInUse {
    libraries = Map.copyOf(libraries);
  }

  public Optional<String> library(String format) {
    return Optional.ofNullable(libraries.get(format));
  }
}
