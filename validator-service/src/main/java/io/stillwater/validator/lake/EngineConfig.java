package io.stillwater.validator.lake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What checks may take of this machine. */
@ConfigMapping(prefix = "stillwater.validator.engine")
public interface EngineConfig {
  /** Beside the Java heap, per running check. */
  @WithDefault("512")
  int memoryMb();

  @WithDefault("2")
  int threads();

  /** The temporary folder where nothing is named. */
  Optional<String> spillFolder();
}
