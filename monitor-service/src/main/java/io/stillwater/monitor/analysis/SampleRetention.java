package io.stillwater.monitor.analysis;

import io.quarkus.scheduler.Scheduled;
import io.stillwater.monitor.persistence.SampleRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Keeps the samples bounded: by age, and per series by number. */
@ApplicationScoped
public class SampleRetention {
  private final SampleRepository samples;
  private final AnalysisConfig config;

  public SampleRetention(SampleRepository samples, AnalysisConfig config) {
    this.samples = samples;
    this.config = config;
  }

  @Scheduled(
      every = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  @Transactional
  void prune() {
    samples.prune(Instant.now().minus(config.baselineAge()));
  }
}
