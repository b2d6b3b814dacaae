package io.stillwater.validator.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "stillwater.validator.work")
public interface WorkConfig {
  /** Requests that this replica answers at the same time. */
  @WithDefault("2")
  int threads();

  /** After a crash another worker takes over when this time has passed; renewed thrice in it. */
  @WithDefault("PT12S")
  Duration lease();

  /** How often the rows are looked at when no wake-up came. */
  @WithDefault("1s")
  String poll();
}
