package io.stillwater.planner.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the service has by default, and aliases. */
public record FixedEvidenceConfig(Map<String, String> catalogAliases) implements EvidenceConfig {
  public static TableNames names(Map<String, String> aliases) {
    return new TableNames(new FixedEvidenceConfig(aliases));
  }

  @Override
  public Duration retention() {
    return Duration.ofDays(400);
  }

  @Override
  public Set<String> requiredSources() {
    return Set.of("trino");
  }

  @Override
  public Duration toleratedSilence() {
    return Duration.ZERO;
  }

  @Override
  public Trino trino() {
    return new Trino() {
      @Override
      public List<String> ignoredSources() {
        return List.of("stillwater.*");
      }

      @Override
      public Optional<Set<String>> retiredEnvironments() {
        return Optional.empty();
      }

      @Override
      public String user() {
        return "stillwater";
      }

      @Override
      public Optional<String> password() {
        return Optional.empty();
      }
    };
  }

  @Override
  public Dbt dbt() {
    return new Dbt() {
      @Override
      public Optional<List<Path>> manifests() {
        return Optional.empty();
      }

      @Override
      public Optional<String> defaultCatalog() {
        return Optional.empty();
      }
    };
  }
}
