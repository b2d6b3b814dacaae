package io.stillwater.monitor.analysis;

import io.stillwater.events.Event;
import io.stillwater.events.metrics.SamplesRecorded;
import io.stillwater.events.metrics.SamplesRecorded.Sample;
import io.stillwater.monitor.domain.analysis.DeploymentWatch;
import io.stillwater.monitor.domain.analysis.Observation;
import io.stillwater.monitor.meters.AnalysisMeters;
import io.stillwater.monitor.persistence.SampleRepository;
import io.stillwater.monitor.persistence.WatchRepository;
import io.stillwater.monitor.persistence.WatchRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Takes measurements in and judges them as they come. What was counted is written in the
 * transaction that claims the event, so neither a restart nor a second delivery changes a count.
 */
@ApplicationScoped
public class SampleIntake {
  private final SampleRepository samples;
  private final WatchRepository watches;
  private final WatchOpening opening;
  private final Findings findings;
  private final AnalysisMeters meters;

  public SampleIntake(
      SampleRepository samples,
      WatchRepository watches,
      WatchOpening opening,
      Findings findings,
      AnalysisMeters meters) {
    this.samples = samples;
    this.watches = watches;
    this.opening = opening;
    this.findings = findings;
    this.meters = meters;
  }

  public void on(Event<SamplesRecorded> event) {
    SamplesRecorded recorded = usable(event.data());
    if (recorded.samples().isEmpty()) {
      return;
    }
    watches.lockForSamples();
    samples.add(recorded);
    List<Observation> observations =
        recorded.samples().stream()
            .map(sample -> new Observation(recorded.component(), sample))
            .toList();
    watches.active(recorded.environment()).forEach(row -> judge(row, observations));
    meters.ingested(recorded.samples().size());
  }

  private void judge(WatchRow row, List<Observation> observations) {
    DeploymentWatch watch = row.watch();
    if (watch.concerns(observations)) {
      row.counted(
          watch.lacks(observations)
              ? opening.open(row.environment(), watch.analysis(), watch.effectAt())
              : watch.observe(observations),
          Instant.now());
      findings.tell(row);
    }
  }

  /** A number too large for a double reads as infinite; it measures nothing. */
  private static SamplesRecorded usable(SamplesRecorded recorded) {
    List<Sample> finite =
        recorded.samples().stream()
            .filter(Objects::nonNull)
            .filter(sample -> sample.value() == null || Double.isFinite(sample.value()))
            .toList();
    return new SamplesRecorded(
        recorded.component(), recorded.environment(), recorded.source(), finite);
  }
}
