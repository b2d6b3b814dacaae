package io.stillwater.planner.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.stillwater.planner.evidence.Intake.Ignored;
import io.stillwater.planning.consumers.CoverageGap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is taken in and what is not, and how much of the last day nobody saw. */
@ApplicationScoped
public class EvidenceMeters {
  private static final Duration WATCHED = Duration.ofDays(1);

  private final MeterRegistry registry;
  private final EvidenceStore store;
  private final Clock clock;
  private final AtomicLong gap = new AtomicLong();

  EvidenceMeters(MeterRegistry registry, EvidenceStore store, Clock clock) {
    this.registry = registry;
    this.store = store;
    this.clock = clock;
    registry.gauge("stillwater.evidence.coverage.gap.seconds", gap);
  }

  public void taken(String source) {
    registry.counter("stillwater.evidence.events", "source", source).increment();
  }

  public void ignored(String source, Ignored because) {
    registry
        .counter(
            "stillwater.evidence.ignored",
            Tags.of("source", source, "reason", because.name().toLowerCase(Locale.ROOT)))
        .increment();
  }

  public void count(String source, Intake intake) {
    intake.ignored().ifPresentOrElse(because -> ignored(source, because), () -> taken(source));
  }

  public void malformed(String source) {
    registry.counter("stillwater.evidence.malformed", "source", source).increment();
  }

  public void failed(String source) {
    registry.counter("stillwater.evidence.refresh.failures", "source", source).increment();
  }

  /** The longest silence of a required source within the last day. */
  @Scheduled(every = "1m", delayed = "10s")
  void measure() {
    gap.set(
        store.coverageSince(clock.instant().minus(WATCHED)).gaps().stream()
            .mapToLong(EvidenceMeters::seconds)
            .max()
            .orElse(0));
  }

  private static long seconds(CoverageGap gap) {
    return Duration.between(gap.from(), gap.to()).toSeconds();
  }
}
