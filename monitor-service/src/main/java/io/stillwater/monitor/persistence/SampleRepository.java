package io.stillwater.monitor.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.stillwater.events.metrics.SamplesRecorded;
import io.stillwater.events.metrics.SamplesRecorded.Outcome;
import io.stillwater.events.metrics.SamplesRecorded.Sample;
import io.stillwater.monitor.domain.analysis.Observation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was measured lately. */
@ApplicationScoped
public class SampleRepository implements PanacheRepositoryBase<SampleChunkRow, Long> {
  private static final short NO_OUTCOME = -1;
  private static final Outcome[] OUTCOMES = Outcome.values();

  /** Samples kept of a series: a baseline of 2,000 for each of several releases in flight. */
  private static final int KEPT_PER_SERIES = 20_000;

  private static final String NEWEST =
      """
      select c.* from (
        select s.*, sum(s.size) over (
          partition by s.environment, s.component, s.metric order by s.id desc) - s.size as newer
        from sample_chunk s
        where s.environment in (:environment, '') and s.until_at >= :from) c
      where c.newer < :limit order by c.id""";

  private static final String PRUNE =
      """
      delete from sample_chunk where until_at < :oldest or id in (
        select id from (
          select id, sum(size) over (
            partition by environment, component, metric order by id desc) - size as newer
          from sample_chunk) c
        where newer >= :limit)""";

  public void add(SamplesRecorded event) {
    Map<Series, List<Sample>> bySeries =
        event.samples().stream()
            .collect(
                Collectors.groupingBy(
                    sample -> Series.of(event, sample), LinkedHashMap::new, Collectors.toList()));
    bySeries.forEach((series, samples) -> persist(chunk(series, samples)));
  }

  /**
   * The newest samples of each series, oldest first.
   *
   * @param perSeries about how many; whole chunks are read
   */
  public List<Observation> newest(String environment, Instant from, int perSeries) {
    List<?> chunks =
        getEntityManager()
            .createNativeQuery(NEWEST, SampleChunkRow.class)
            .setParameter("environment", Storable.text(environment))
            .setParameter("from", from)
            .setParameter("limit", perSeries)
            .getResultList();
    return chunks.stream()
        .map(SampleChunkRow.class::cast)
        .flatMap(SampleRepository::observations)
        .toList();
  }

  /** Returns how many rows went. */
  public int prune(Instant oldest) {
    return getEntityManager()
        .createNativeQuery(PRUNE)
        .setParameter("oldest", oldest)
        .setParameter("limit", KEPT_PER_SERIES)
        .executeUpdate();
  }

  private static SampleChunkRow chunk(Series series, List<Sample> samples) {
    SampleChunkRow row = new SampleChunkRow(series, samples.size());
    Instant until = Instant.MIN;
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      row.atMillis[i] = sample.at().toEpochMilli();
      row.amounts[i] = sample.value() == null ? Double.NaN : sample.value();
      row.outcomes[i] = sample.outcome() == null ? NO_OUTCOME : (short) sample.outcome().ordinal();
      until = sample.at().isAfter(until) ? sample.at() : until;
    }
    row.untilAt = until;
    return row;
  }

  private static Stream<Observation> observations(SampleChunkRow row) {
    Map<String, String> labels = Series.labels(row.labels);
    return IntStream.range(0, row.size)
        .mapToObj(
            i ->
                new Observation(
                    row.component,
                    new Sample(
                        row.metric,
                        Double.isNaN(row.amounts[i]) ? null : row.amounts[i],
                        row.unit,
                        Instant.ofEpochMilli(row.atMillis[i]),
                        row.outcomes[i] == NO_OUTCOME ? null : OUTCOMES[row.outcomes[i]],
                        labels)));
  }
}
