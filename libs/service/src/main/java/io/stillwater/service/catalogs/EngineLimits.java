package io.stillwater.service.catalogs;

import io.smallrye.config.WithDefault;
import io.stillwater.lakehouse.engine.EngineSettings;
import java.nio.file.Path;
import java.util.Optional;

/** What the embedded engine may take of this machine; each service maps it under its own prefix. */
public interface EngineLimits {
  /** Beside the Java heap, per running query. */
  @WithDefault("512")
  int memoryMb();

  @WithDefault("2")
  int threads();

  /** The temporary folder where nothing is named. */
  Optional<String> spillFolder();

  default EngineSettings settings() {
    Path spill = Path.of(spillFolder().orElse(System.getProperty("java.io.tmpdir")));
    return new EngineSettings(memoryMb(), threads(), spill);
  }
}
