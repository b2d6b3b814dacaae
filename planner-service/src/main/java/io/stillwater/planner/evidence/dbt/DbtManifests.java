package io.stillwater.planner.evidence.dbt;

import io.quarkus.scheduler.Scheduled;
import io.stillwater.planner.evidence.EventTimes;
import io.stillwater.planner.evidence.EvidenceConfig;
import io.stillwater.planner.evidence.EvidenceIntake;
import io.stillwater.planner.evidence.EvidenceJson;
import io.stillwater.planner.evidence.EvidenceMeters;
import io.stillwater.planner.evidence.Intake;
import io.stillwater.planner.evidence.Intake.Ignored;
import io.stillwater.planner.evidence.MalformedEvidenceException;
import io.stillwater.planner.evidence.TableNames;
import io.stillwater.planner.evidence.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Takes in manifests, from files and from whoever sends them; the newest of a project stands. */
@ApplicationScoped
public class DbtManifests {
  private static final Logger LOG = Logger.getLogger(DbtManifests.class);
  private static final String SOURCE = "dbt";
  private static final String VERSIONS = "/manifest/v";
  private static final int DEPTH = 3;

  private final EvidenceConfig config;
  private final TableNames names;
  private final EvidenceIntake intake;
  private final EvidenceMeters meters;
  private final Clock clock;
  private final Map<Path, FileTime> read = new ConcurrentHashMap<>();

  DbtManifests(
      EvidenceConfig config,
      TableNames names,
      EvidenceIntake intake,
      EvidenceMeters meters,
      Clock clock) {
    this.config = config;
    this.names = names;
    this.intake = intake;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Takes a manifest in.
   *
   * @throws MalformedEvidenceException when it is none
   */
  public Intake take(InputStream json) {
    Manifest manifest = EvidenceJson.read(json, Manifest.class);
    Manifest.Metadata metadata = manifest.metadata();
    if (metadata == null || metadata.version() == null || !metadata.version().contains(VERSIONS)) {
      throw new MalformedEvidenceException(
          "no dbt manifest: metadata.dbt_schema_version names no manifest/v…");
    }
    Instant now = clock.instant();
    Instant generated =
        EventTimes.notAfter(EventTimes.read(metadata.generatedAt()).orElse(now), now);
    String project = metadata.project() == null ? metadata.projectId() : metadata.project();
    String origin = Texts.storable(SOURCE + ":" + project);
    DbtProject reader =
        new DbtProject(
            manifest,
            names,
            config.dbt().defaultCatalog().orElse(null),
            origin,
            LocalDate.ofInstant(generated, ZoneOffset.UTC));
    Intake result =
        intake.replace(origin, generated, reader.read())
            ? Intake.TAKEN
            : Intake.ignored(Ignored.SUPERSEDED);
    meters.count(SOURCE, result);
    return result;
  }

  @Scheduled(
      every = "${stillwater.evidence.dbt.look-every:1m}",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    config.dbt().manifests().orElse(List.of()).forEach(this::look);
  }

  private void look(Path place) {
    try (Stream<Path> files = Files.walk(place, DEPTH)) {
      files
          .filter(file -> file.equals(place) || file.endsWith("manifest.json"))
          .filter(Files::isRegularFile)
          .forEach(this::takeIfNew);
    } catch (IOException e) {
      failed(place, e);
    }
  }

  private void takeIfNew(Path file) {
    try {
      FileTime modified = Files.getLastModifiedTime(file);
      if (!modified.equals(read.get(file))) {
        try (InputStream json = Files.newInputStream(file)) {
          take(json);
        }
        read.put(file, modified);
      }
    } catch (IOException | RuntimeException e) {
      failed(file, e);
    }
  }

  private void failed(Path file, Exception cause) {
    meters.failed(SOURCE);
    LOG.warnf("the dbt manifest at %s cannot be read: %s", file, cause.getMessage());
  }
}
