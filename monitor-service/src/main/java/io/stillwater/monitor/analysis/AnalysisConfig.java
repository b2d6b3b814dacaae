package io.stillwater.monitor.analysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How releases are compared with the time before. */
@ConfigMapping(prefix = "stillwater.analysis")
public interface AnalysisConfig {
  /** Older samples say nothing of the time before a release, and are deleted. */
  @WithDefault("P1D")
  Duration baselineAge();

  /** More of each series make percentiles steadier and the opening of a watch slower. */
  @WithDefault("2000")
  int baselineSamples();

  /** How often figures that move without changing a standing are sent, at most. */
  @WithDefault("PT3S")
  Duration updateEvery();
}
