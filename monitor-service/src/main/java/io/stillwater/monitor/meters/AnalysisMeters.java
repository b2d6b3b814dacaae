package io.stillwater.monitor.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.stillwater.monitor.domain.analysis.Breach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Figures of the analysis itself. */
@ApplicationScoped
public class AnalysisMeters {
  private final Counter samples;
  private final Timer timeToDetect;

  public AnalysisMeters(MeterRegistry registry) {
    samples =
        Counter.builder("stillwater.samples.ingested")
            .description("Samples that were stored and judged")
            .register(registry);
    timeToDetect =
        Timer.builder("stillwater.time.to.detect")
            .description("From the sample at which harm began to show to the command")
            .register(registry);
  }

  public void ingested(int number) {
    samples.increment(number);
  }

  public void detected(Breach breach) {
    Duration taken = Duration.between(breach.since(), Instant.now());
    timeToDetect.record(taken.isNegative() ? Duration.ZERO : taken);
  }
}
