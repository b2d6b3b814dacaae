package io.stillwater.planning.environment;

import io.stillwater.planning.gates.AnalysisSpec;
import io.stillwater.planning.gates.ChecksSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Where the releases of one environment go, and by which rules (contract, section 7).
 *
 * @param catalogs names of the catalogs and their settings as written
 * @param components target of each component, as written
 * @param checks gates that hold where a release names none
 */
public record Environment(
    String name,
    Map<String, Map<String, Object>> catalogs,
    List<EngineInUse> engines,
    Map<String, Map<String, Object>> components,
    EnvironmentPolicy policy,
    ChecksSpec checks,
    AnalysisSpec analysis) {
  private static final AnalysisSpec SHORT_SOAK =
      new AnalysisSpec(Duration.ofSeconds(10), List.of(), null, null);

  public Environment {
    engines = List.copyOf(engines);
  }

  /** The same with engines as they were found to run. */
  public Environment withEngines(List<EngineInUse> found) {
    return new Environment(name, catalogs, found, components, policy, checks, analysis);
  }

  /** What holds for an environment without a file: the local lake and a soak of 10 s. */
  public static Environment withoutFile(String name) {
    return new Environment(
        name,
        Map.of("lake", Map.of()),
        List.of(),
        Map.of(),
        EnvironmentPolicy.DEFAULT,
        ChecksSpec.NONE,
        SHORT_SOAK);
  }
}
