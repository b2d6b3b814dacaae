package io.stillwater.catalogs.engines;

import io.stillwater.planning.environment.EngineInUse;
import java.util.List;

/**
 * @param engines as they run where they could be asked, else as they were declared
 * @param problems engines whose version nobody knows, each with what to do; empty if all is known
 */
public record DiscoveredEngines(List<EngineInUse> engines, List<String> problems) {
  public DiscoveredEngines {
    engines = List.copyOf(engines);
    problems = List.copyOf(problems);
  }
}
