package io.stillwater.executor.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "stillwater.executor.work")
public interface WorkConfig {
  /** Deployments and syncs that are worked on at the same time by this replica. */
  @WithDefault("4")
  int threads();

  /** After a crash another worker takes over when this time has passed; renewed thrice in it. */
  @WithDefault("PT12S")
  Duration lease();

  /** How often the rows are looked at when no wake-up came. */
  @WithDefault("PT1S")
  Duration poll();
}
