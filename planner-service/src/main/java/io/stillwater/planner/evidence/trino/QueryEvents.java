package io.stillwater.planner.evidence.trino;

import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.EventTimes;
import io.stillwater.planner.evidence.EvidenceConfig;
import io.stillwater.planner.evidence.EvidenceJson;
import io.stillwater.planner.evidence.Intake;
import io.stillwater.planner.evidence.Intake.Ignored;
import io.stillwater.planner.evidence.MalformedEvidenceException;
import io.stillwater.planner.evidence.TableNames;
import io.stillwater.planner.evidence.store.CoverageTable;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planner.evidence.store.ReaderKey;
import io.stillwater.planner.evidence.trino.QueryCompleted.Context;
import io.stillwater.planner.evidence.trino.QueryCompleted.Input;
import io.stillwater.planner.evidence.trino.QueryCompleted.Payload;
import io.stillwater.planner.evidence.trino.QueryCompleted.Table;
import io.stillwater.planning.consumers.Reader;
import io.stillwater.planning.consumers.ReaderKind;
import io.stillwater.planning.consumers.ReaderUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads Trino's query-completed events: who named which columns, and whose values were read. */
@ApplicationScoped
public class QueryEvents {
  private static final Set<String> MAINTENANCE =
      Set.of("ANALYZE", "ALTER_TABLE_EXECUTE", "DATA_DEFINITION", "EXPLAIN", "DESCRIBE");
  private static final String UNKNOWN_CLIENT = "unknown client";

  private final TableNames names;
  private final EvidenceConfig config;
  private final List<Pattern> ignoredSources;
  private final ViewDependencies views = new ViewDependencies();

  QueryEvents(TableNames names, EvidenceConfig config) {
    this.names = names;
    this.config = config;
    this.ignoredSources = config.trino().ignoredSources().stream().map(Pattern::compile).toList();
  }

  /**
   * Adds what an event says.
   *
   * @param received when the record was written, for events that bear no time
   * @throws MalformedEvidenceException when it is no query-completed event
   */
  public Intake add(byte[] record, Instant received, Instant now, EvidenceBatch batch) {
    if (record == null) {
      return Intake.ignored(Ignored.EMPTY);
    }
    Payload event = EvidenceJson.read(record, QueryCompleted.class).eventPayload();
    if (event == null || event.context() == null) {
      throw new MalformedEvidenceException(
          "no query-completed event: eventPayload.context is missing");
    }
    Instant at = EventTimes.notAfter(time(event).orElse(received), now);
    if (at.isBefore(now.minus(config.retention()))) {
      return Intake.ignored(Ignored.TOO_OLD);
    }
    batch.heard(CoverageTable.trino(event.context().environment()), at);
    return ignored(event)
        .map(Intake::ignored)
        .orElseGet(
            () -> {
              add(event, at, batch);
              return Intake.TAKEN;
            });
  }

  private static Optional<Instant> time(Payload event) {
    return EventTimes.read(event.endTime()).or(() -> EventTimes.read(event.createTime()));
  }

  private Optional<Ignored> ignored(Payload event) {
    Context context = event.context();
    if (isIgnored(context.source())) {
      return Optional.of(Ignored.IGNORED_SOURCE);
    }
    if (context.queryType() != null && MAINTENANCE.contains(context.queryType())) {
      return Optional.of(Ignored.MAINTENANCE);
    }
    boolean none = tables(event).isEmpty() && inputs(event).isEmpty();
    return none ? Optional.of(Ignored.NO_TABLES) : Optional.empty();
  }

  private boolean isIgnored(String source) {
    return source != null
        && ignoredSources.stream().anyMatch(pattern -> pattern.matcher(source).matches());
  }

  private void add(Payload event, Instant at, EvidenceBatch batch) {
    ReaderKey reader = reader(event.context());
    Map<TableName, Set<String>> scanned = scanned(event);
    Map<TableName, Set<String>> named = new HashMap<>();
    for (Table table : tables(event)) {
      names
          .of(table.catalog(), table.schema(), table.table())
          .ifPresent(
              name -> {
                Set<String> columns = orNone(table.columns());
                named.computeIfAbsent(name, key -> new HashSet<>()).addAll(columns);
                views.add(table, name, columns, tables(event), names, at, batch);
              });
    }
    // Where tables are excluded from the events, what was scanned was named too.
    scanned.forEach(
        (name, columns) -> named.computeIfAbsent(name, key -> new HashSet<>()).addAll(columns));
    named.forEach(
        (name, columns) ->
            add(name, columns, scanned.getOrDefault(name, Set.of()), reader, at, batch));
  }

  private static void add(
      TableName table,
      Set<String> named,
      Set<String> scanned,
      ReaderKey reader,
      Instant at,
      EvidenceBatch batch) {
    if (named.isEmpty()) {
      batch.used(table, Reader.NO_COLUMN, reader, ReaderUse.ROWS_ONLY, at);
    }
    for (String column : named) {
      ReaderUse use = scanned.contains(column) ? ReaderUse.SCANS : ReaderUse.ANALYSES;
      batch.used(table, column, reader, use, at);
    }
  }

  private Map<TableName, Set<String>> scanned(Payload event) {
    Map<TableName, Set<String>> scanned = new HashMap<>();
    for (Input input : inputs(event)) {
      names
          .of(input.catalogName(), input.schema(), input.table())
          .ifPresent(
              name ->
                  scanned
                      .computeIfAbsent(name, key -> new HashSet<>())
                      .addAll(orNone(input.columns())));
    }
    return scanned;
  }

  private static Set<String> orNone(Set<String> columns) {
    return columns == null ? Set.of() : columns;
  }

  private static ReaderKey reader(Context context) {
    String source = context.source();
    String user = context.user();
    if (source != null && !source.isBlank()) {
      return new ReaderKey(ReaderKind.QUERY, source, user);
    }
    return new ReaderKey(ReaderKind.QUERY, user == null ? UNKNOWN_CLIENT : user, user);
  }

  private static List<Table> tables(Payload event) {
    return event.metadata() == null || event.metadata().tables() == null
        ? List.of()
        : event.metadata().tables();
  }

  private static List<Input> inputs(Payload event) {
    return event.ioMetadata() == null || event.ioMetadata().inputs() == null
        ? List.of()
        : event.ioMetadata().inputs();
  }
}
