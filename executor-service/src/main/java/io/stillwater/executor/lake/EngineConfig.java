package io.stillwater.executor.lake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What proofs, backfills and syncs may take of this machine. */
@ConfigMapping(prefix = "stillwater.executor.engine")
public interface EngineConfig {
  /** Beside the Java heap, per running copy. */
  @WithDefault("512")
  int memoryMb();

  @WithDefault("2")
  int threads();

  /** The temporary folder where nothing is named. */
  Optional<String> spillFolder();
}
