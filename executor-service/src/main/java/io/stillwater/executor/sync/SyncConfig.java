package io.stillwater.executor.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "stillwater.executor.sync")
public interface SyncConfig {
  /** How often a renamed column's table is looked at; the contract promises 60 s. */
  @WithDefault("PT3S")
  Duration every();
}
