package io.stillwater.planner.contractions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When contractions become releases. */
@ConfigMapping(prefix = "stillwater.contractions")
public interface ContractionsConfig {
  /** How often those that are due are looked at; what is held is told anew only when it changes. */
  @WithDefault("PT1M")
  Duration every();

  /** {@code false} leaves them all to people: they are listed, and never become releases. */
  @WithDefault("true")
  boolean automatic();
}
