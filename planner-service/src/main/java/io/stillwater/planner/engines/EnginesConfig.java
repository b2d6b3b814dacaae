package io.stillwater.planner.engines;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the engines that environments name are asked for their versions. */
@ConfigMapping(prefix = "stillwater.engines")
public interface EnginesConfig {
  /** For how long an answer, or that there was none, stands. */
  @WithDefault("PT5M")
  Duration askEvery();
}
