package io.stillwater.planner.evidence.openlineage;

import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.EventTimes;
import io.stillwater.planner.evidence.EvidenceConfig;
import io.stillwater.planner.evidence.EvidenceJson;
import io.stillwater.planner.evidence.Intake;
import io.stillwater.planner.evidence.Intake.Ignored;
import io.stillwater.planner.evidence.MalformedEvidenceException;
import io.stillwater.planner.evidence.openlineage.RunEvent.ColumnLineage;
import io.stillwater.planner.evidence.openlineage.RunEvent.Dataset;
import io.stillwater.planner.evidence.openlineage.RunEvent.InputField;
import io.stillwater.planner.evidence.openlineage.RunEvent.Job;
import io.stillwater.planner.evidence.openlineage.RunEvent.JobFacets;
import io.stillwater.planner.evidence.openlineage.RunEvent.OutputField;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planner.evidence.store.ReaderKey;
import io.stillwater.planning.consumers.Coverage;
import io.stillwater.planning.consumers.Reader;
import io.stillwater.planning.consumers.ReaderKind;
import io.stillwater.planning.consumers.ReaderUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reads OpenLineage run events: which columns a job computes something from. */
@ApplicationScoped
public class LineageEvents {
  private final DatasetNames names;
  private final EvidenceConfig config;

  LineageEvents(DatasetNames names, EvidenceConfig config) {
    this.names = names;
    this.config = config;
  }

  /**
   * Adds what an event says.
   *
   * @throws MalformedEvidenceException when it is no run event
   */
  public Intake add(byte[] record, Instant received, Instant now, EvidenceBatch batch) {
    if (record == null) {
      return Intake.ignored(Ignored.EMPTY);
    }
    RunEvent event = EvidenceJson.read(record, RunEvent.class);
    if (event.job() == null || event.job().name() == null) {
      throw new MalformedEvidenceException("no OpenLineage event: job.name is missing");
    }
    if (event.run() == null) {
      // A DatasetEvent or JobEvent: what is declared, not what ran.
      return Intake.ignored(Ignored.OTHER_KIND);
    }
    Instant at = EventTimes.notAfter(EventTimes.read(event.eventTime()).orElse(received), now);
    if (at.isBefore(now.minus(config.retention()))) {
      return Intake.ignored(Ignored.TOO_OLD);
    }
    batch.heard(Coverage.OPENLINEAGE, at);
    return add(event, at, batch) ? Intake.TAKEN : Intake.ignored(Ignored.NO_TABLES);
  }

  private boolean add(RunEvent event, Instant at, EvidenceBatch batch) {
    ReaderKind kind = isStreaming(event.job()) ? ReaderKind.STREAM : ReaderKind.JOB;
    ReaderUse use = kind == ReaderKind.STREAM ? ReaderUse.STREAMS : ReaderUse.LINEAGE;
    ReaderKey reader = new ReaderKey(kind, name(event.job()), owner(event.job()));
    Set<TableName> seen = new HashSet<>();
    event.outputs().stream()
        .flatMap(LineageEvents::inputFields)
        .filter(field -> field.field() != null && !field.field().isEmpty())
        .forEach(
            field ->
                names
                    .of(field.namespace(), field.name(), event.inputs())
                    .ifPresent(
                        table -> {
                          seen.add(table);
                          batch.used(table, field.field(), reader, use, at);
                        }));
    for (Dataset input : event.inputs()) {
      names
          .of(input)
          .filter(seen::add)
          .ifPresent(table -> batch.used(table, Reader.NO_COLUMN, reader, ReaderUse.DEPENDS, at));
    }
    return !seen.isEmpty();
  }

  private static Stream<InputField> inputFields(Dataset output) {
    ColumnLineage lineage = output.facets() == null ? null : output.facets().columnLineage();
    if (lineage == null) {
      return Stream.empty();
    }
    Stream<InputField> direct =
        lineage.fields() == null
            ? Stream.empty()
            : lineage.fields().values().stream()
                .filter(Objects::nonNull)
                .map(OutputField::inputFields)
                .filter(Objects::nonNull)
                .flatMap(List::stream);
    return Stream.concat(
            direct, lineage.dataset() == null ? Stream.empty() : lineage.dataset().stream())
        .filter(Objects::nonNull);
  }

  private static boolean isStreaming(Job job) {
    JobFacets facets = job.facets();
    return facets != null
        && facets.jobType() != null
        && "STREAMING".equalsIgnoreCase(facets.jobType().processingType());
  }

  private static String name(Job job) {
    return job.namespace() == null ? job.name() : job.namespace() + "/" + job.name();
  }

  private static String owner(Job job) {
    JobFacets facets = job.facets();
    boolean none =
        facets == null || facets.ownership() == null || facets.ownership().owners() == null;
    return none
        ? null
        : facets.ownership().owners().stream()
            .map(RunEvent.Owner::name)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }
}
