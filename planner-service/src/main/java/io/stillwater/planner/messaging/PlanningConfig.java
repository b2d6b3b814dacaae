package io.stillwater.planner.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "stillwater.planner")
public interface PlanningConfig {
  /**
   * How long a release waits for a catalog that does not answer before its plan is refused. Later
   * releases of the same partition wait with it.
   */
  @WithDefault("PT30S")
  Duration catalogPatience();
}
