package io.stillwater.planner.evidence.trino;

import io.quarkus.scheduler.Scheduled;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.EvidenceConfig;
import io.stillwater.planner.evidence.EvidenceIntake;
import io.stillwater.planner.evidence.EvidenceMeters;
import io.stillwater.planner.evidence.TableNames;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planning.consumers.Coverage;
import io.stillwater.planning.consumers.ReaderKind;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.environment.Environments;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Reads the definitions of views and materialised views from the Trino engines that environments
 * name. Each reading is a query whose event must come back, and so proves that events arrive.
 */
@ApplicationScoped
public class TrinoViews {
  private static final Logger LOG = Logger.getLogger(TrinoViews.class);
  private static final int COLUMNS = 4;

  private final Environments environments;
  private final EvidenceConfig config;
  private final TableNames names;
  private final EvidenceIntake intake;
  private final EvidenceMeters meters;
  private final Clock clock;
  private final ViewDependencies dependencies = new ViewDependencies();

  TrinoViews(
      Environments environments,
      EvidenceConfig config,
      TableNames names,
      EvidenceIntake intake,
      EvidenceMeters meters,
      Clock clock) {
    this.environments = environments;
    this.config = config;
    this.names = names;
    this.intake = intake;
    this.meters = meters;
    this.clock = clock;
  }

  @Scheduled(
      every = "${stillwater.evidence.trino.views-every:15m}",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void refresh() {
    catalogsByUrl().forEach((url, catalogs) -> catalogs.forEach(catalog -> refresh(url, catalog)));
  }

  private Map<String, Set<String>> catalogsByUrl() {
    return environments.all().stream()
        .flatMap(
            environment ->
                environment.engines().stream()
                    .filter(TrinoViews::isTrino)
                    .map(engine -> Map.entry(engine.url(), catalogs(environment))))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                Map.Entry::getValue,
                (one, other) -> {
                  Set<String> both = new TreeSet<>(one);
                  both.addAll(other);
                  return both;
                }));
  }

  private static boolean isTrino(EngineInUse engine) {
    return engine.url() != null && engine.name().toLowerCase(Locale.ROOT).contains(Coverage.TRINO);
  }

  private static Set<String> catalogs(Environment environment) {
    return environment.catalogs().keySet();
  }

  /** Leaves what is known as it is when the engine does not answer. */
  private void refresh(String url, String catalog) {
    try {
      read(url, catalog);
    } catch (IOException | RuntimeException e) {
      meters.failed(Coverage.TRINO);
      LOG.warnf("the views of %s in catalog %s cannot be read: %s", url, catalog, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads a catalog's views now; they take the place of those read before. */
  void read(String url, String catalog) throws IOException, InterruptedException {
    Instant now = clock.instant();
    TrinoQuery query =
        new TrinoQuery(url, config.trino().user(), config.trino().password().orElse(null));
    EvidenceBatch batch = new EvidenceBatch();
    for (List<String> row : query.rows(definitions(catalog))) {
      if (row.size() == COLUMNS && row.get(COLUMNS - 1) != null) {
        add(catalog, row, LocalDate.ofInstant(now, ZoneOffset.UTC), batch);
      }
    }
    intake.replaceViews(
        origin(catalog), names.catalog(catalog), ViewDependencies.FROM_EVENTS, now, batch);
  }

  private void add(String catalog, List<String> row, LocalDate day, EvidenceBatch batch) {
    ReaderKind kind = ReaderKind.valueOf(row.get(0));
    String schema = row.get(1);
    TableName view = names.of(catalog, schema, row.get(2)).orElseThrow();
    dependencies.add(
        kind,
        view,
        dependencies.reads(row.get(COLUMNS - 1), catalog, schema, names),
        origin(catalog),
        day,
        batch);
  }

  private String origin(String catalog) {
    return "trino-views:" + names.catalog(catalog);
  }

  private static String definitions(String catalog) {
    return """
        SELECT 'VIEW', table_schema, table_name, view_definition
        FROM %s.information_schema.views WHERE table_schema <> 'information_schema'
        UNION ALL
        SELECT 'MATERIALIZED_VIEW', schema_name, name, definition
        FROM system.metadata.materialized_views WHERE catalog_name = %s
        """
        .formatted(
            Identifiers.quote(catalog, Dialect.TRINO), Identifiers.literal(catalog, Dialect.TRINO));
  }
}
