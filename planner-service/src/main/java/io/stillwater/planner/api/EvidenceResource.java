package io.stillwater.planner.api;

import io.stillwater.events.release.DocumentError;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.EvidenceIntake;
import io.stillwater.planner.evidence.EvidenceMeters;
import io.stillwater.planner.evidence.EvidenceStore;
import io.stillwater.planner.evidence.Intake;
import io.stillwater.planner.evidence.MalformedEvidenceException;
import io.stillwater.planner.evidence.dbt.DbtManifests;
import io.stillwater.planner.evidence.iceberg.ScanReports;
import io.stillwater.planner.evidence.openlineage.LineageEvents;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planning.consumers.Coverage;
import io.stillwater.service.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/evidence")
public class EvidenceResource {
  static final String MANIFESTS = "/evidence/dbt";
  private static final int MAX_DAYS = 3650;

  private final EvidenceStore store;
  private final EvidenceIntake intake;
  private final EvidenceMeters meters;
  private final DbtManifests manifests;
  private final LineageEvents lineage;
  private final ScanReports scans;
  private final Clock clock;

  EvidenceResource(
      EvidenceStore store,
      EvidenceIntake intake,
      EvidenceMeters meters,
      DbtManifests manifests,
      LineageEvents lineage,
      ScanReports scans,
      Clock clock) {
    this.store = store;
    this.intake = intake;
    this.meters = meters;
    this.manifests = manifests;
    this.lineage = lineage;
    this.scans = scans;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "Who reads a table or column, and whether events arrived all the time")
  public ReadersAnswer readers(
      @QueryParam("table") String table,
      @QueryParam("column") String column,
      @QueryParam("days") @DefaultValue("30") int days) {
    TableName name = parse("table", () -> TableName.parse(required(table)));
    Optional<ColumnPath> path =
        column == null || column.isEmpty()
            ? Optional.empty()
            : Optional.of(parse("column", () -> ColumnPath.parse(column)));
    if (days < 1 || days > MAX_DAYS) {
      throw invalid("days", "write a number from 1 to " + MAX_DAYS);
    }
    Instant to = clock.instant();
    Instant from = to.minus(Duration.ofDays(days));
    return ReadersAnswer.of(
        name, path, from, to, store.coverageSince(from), store.sightings(name, path, from));
  }

  @POST
  @Path("/dbt")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Takes in a dbt manifest.json; it replaces the one of its project before")
  public Taken dbt(InputStream manifest) {
    return taken(() -> manifests.take(manifest));
  }

  @POST
  @Path("/openlineage")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Takes in an OpenLineage run event with column lineage")
  public Taken openLineage(byte[] event) {
    BodyLimit.check(event.length);
    return add(
        Coverage.OPENLINEAGE, batch -> lineage.add(event, clock.instant(), clock.instant(), batch));
  }

  @POST
  @Path("/iceberg")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Takes in the metrics report of Iceberg's REST catalog; its table-name in full")
  public Taken iceberg(byte[] report) {
    BodyLimit.check(report.length);
    return add(Coverage.ICEBERG, batch -> scans.add(report, clock.instant(), batch));
  }

  /**
   * @param ignored why it says nothing of readers; absent where it does
   */
  public record Taken(boolean taken, String ignored) {
    static Taken of(Intake intake) {
      return new Taken(intake.ignored().isEmpty(), intake.ignored().map(Enum::name).orElse(null));
    }
  }

  private interface Reading {
    Intake into(EvidenceBatch batch);
  }

  private Taken add(String source, Reading reading) {
    EvidenceBatch batch = new EvidenceBatch();
    Taken taken =
        taken(
            () -> {
              Intake result = reading.into(batch);
              meters.count(source, result);
              return result;
            });
    intake.add(batch);
    return taken;
  }

  private static Taken taken(Supplier<Intake> reading) {
    try {
      return Taken.of(reading.get());
    } catch (MalformedEvidenceException e) {
      throw invalid("", e.getMessage());
    }
  }

  private static String required(String table) {
    if (table == null) {
      throw new IllegalArgumentException("say which: ?table=catalog.schema.table");
    }
    return table;
  }

  private static <T> T parse(String parameter, Supplier<T> parser) {
    try {
      return parser.get();
    } catch (IllegalArgumentException e) {
      throw invalid(parameter, e.getMessage());
    }
  }

  private static ProblemException invalid(String path, String message) {
    return ProblemException.invalid(List.of(new DocumentError(path, message)));
  }
}
