package io.stillwater.planner.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where evidence of readers comes from, and how long it is kept. */
@ConfigMapping(prefix = "stillwater.evidence")
public interface EvidenceConfig {
  /** How long aggregates are kept; no longer window can be asked for. */
  @WithDefault("P400D")
  Duration retention();

  /**
   * The sources without which nothing is "not read": {@code trino}, {@code iceberg}, {@code
   * openlineage}. Each must have sent something in every hour of the window.
   */
  @WithDefault("trino")
  Set<String> requiredSources();

  /** How long a required source may be silent; counted in whole hours without any event. */
  @WithDefault("PT0S")
  Duration toleratedSilence();

  /** Names of catalogs at the sources, or OpenLineage namespaces, to the names releases use. */
  Map<String, String> catalogAliases();

  Trino trino();

  Dbt dbt();

  /** Query-completed events, and the views of the engines that environments name. */
  interface Trino {
    /**
     * Regular expressions of clients' {@code source} that read on nobody's behalf. Their events
     * still show that events arrive.
     */
    @WithDefault("stillwater.*")
    List<String> ignoredSources();

    /** Trino environments ({@code node.environment}) that are gone and leave no gap. */
    Optional<Set<String>> retiredEnvironments();

    /** Who asks the engines for their views. */
    @WithDefault("stillwater")
    String user();

    Optional<String> password();
  }

  /** Manifests of dbt projects. */
  interface Dbt {
    /** Files, or folders that are searched for {@code manifest.json} two levels deep. */
    Optional<List<Path>> manifests();

    /** The catalog of projects whose adapter knows none, as dbt-spark. */
    Optional<String> defaultCatalog();
  }
}
