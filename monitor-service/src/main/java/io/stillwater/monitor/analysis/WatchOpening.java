package io.stillwater.monitor.analysis;

import io.stillwater.events.plan.Analysis;
import io.stillwater.monitor.domain.analysis.DeploymentWatch;
import io.stillwater.monitor.domain.analysis.Observation;
import io.stillwater.monitor.persistence.HarmfulTime;
import io.stillwater.monitor.persistence.SampleRepository;
import io.stillwater.monitor.persistence.WatchRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Makes the watch of a release from the measurements that are stored. */
@ApplicationScoped
class WatchOpening {
  private final WatchRepository watches;
  private final SampleRepository samples;
  private final AnalysisConfig config;

  WatchOpening(WatchRepository watches, SampleRepository samples, AnalysisConfig config) {
    this.watches = watches;
    this.samples = samples;
    this.config = config;
  }

  DeploymentWatch open(String environment, Analysis rules, Instant effectAt) {
    Instant from = effectAt.minus(config.baselineAge());
    List<HarmfulTime> harm = watches.harmfulTimes(environment, from);
    List<Observation> lately = samples.newest(environment, from, config.baselineSamples());
    List<Observation> before =
        lately.stream()
            .filter(each -> harm.stream().noneMatch(time -> time.covers(each.sample().at())))
            .toList();
    return DeploymentWatch.open(rules, effectAt, before).observe(lately);
  }
}
