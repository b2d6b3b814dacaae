package io.stillwater.monitor.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.stillwater.events.Event;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventJson;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The events of deployments, in the order in which they happened. */
@ApplicationScoped
public class EventRepository implements PanacheRepositoryBase<EventRow, Long> {
  private static final URI STORED = URI.create("/stillwater/monitor/history");
  private static final String IN_ORDER = " order by happenedAt, seq";

  /** A soak of days brings tens of thousands of updates, each of which replaces the one before. */
  private static final int ANALYSES_KEPT = 500;

  private static final String PRUNE_ANALYSES =
      """
      delete from deployment_event where seq in (
        select seq from deployment_event where deployment_id = :id and type = :type
        order by happened_at desc, seq desc offset :kept)""";

  void add(String deploymentId, Event<?> event, Instant at, String actor) {
    try {
      persist(
          new EventRow(
              deploymentId,
              event.type().name(),
              event.id(),
              at,
              actor,
              EventJson.MAPPER.writeValueAsString(event.data())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void pruneAnalyses(String deploymentId) {
    getEntityManager()
        .createNativeQuery(PRUNE_ANALYSES)
        .setParameter("id", deploymentId)
        .setParameter("type", EventTypes.ANALYSIS_UPDATED.name())
        .setParameter("kept", ANALYSES_KEPT)
        .executeUpdate();
  }

  public List<EventRow> inOrder(String deploymentId) {
    return list("deploymentId = ?1" + IN_ORDER, deploymentId);
  }

  /**
   * What the projection is read from; of the analysis updates only the newest few matter.
   *
   * @param newestAnalyses how many updates are enough to find the newest of each component
   */
  List<Event<?>> forProjection(String deploymentId, int newestAnalyses) {
    String updates = EventTypes.ANALYSIS_UPDATED.name();
    List<EventRow> newest =
        find(
                "deploymentId = ?1 and type = ?2 order by happenedAt desc, seq desc",
                deploymentId,
                updates)
            .range(0, newestAnalyses - 1)
            .list();
    List<EventRow> others =
        list("deploymentId = ?1 and type <> ?2" + IN_ORDER, deploymentId, updates);
    return Stream.concat(others.stream(), newest.stream())
        .sorted(Comparator.comparing(EventRow::happenedAt).thenComparing(row -> row.seq))
        .<Event<?>>flatMap(row -> decode(row).stream())
        .toList();
  }

  private static Optional<Event<?>> decode(EventRow row) {
    return EventTypes.find(row.type).map(type -> decode(type, row));
  }

  private static <T> Event<T> decode(EventType<T> type, EventRow row) {
    try {
      Map<String, String> extensions =
          row.actor == null ? Map.of() : Map.of(EventExtensions.ACTOR, row.actor);
      return new Event<>(
          type,
          STORED,
          row.eventId,
          row.deploymentId,
          row.deploymentId,
          row.happenedAt,
          extensions,
          EventJson.MAPPER.readValue(row.data, type.dataClass()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Event " + row.seq + " of " + row.deploymentId + " cannot be read back", e);
    }
  }
}
