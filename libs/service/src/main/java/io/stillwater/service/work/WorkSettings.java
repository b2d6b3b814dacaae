package io.stillwater.service.work;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a replica takes its share of the work; each service maps it under its own prefix. */
public interface WorkSettings {
  /** Items that are worked on at the same time by this replica. */
  int threads();

  /** After a crash another worker takes over when this time has passed; renewed thrice in it. */
  @WithDefault("PT12S")
  Duration lease();

  /** How often the rows are looked at when no wake-up came. */
  @WithDefault("PT1S")
  Duration poll();
}
