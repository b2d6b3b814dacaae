package io.stillwater.lakehouse.engine;

import java.nio.file.Path;

/**
 * @param memoryMb what the engine may take, beside the Java heap
 * @param spillFolder where it writes what does not fit; each session has a folder of its own there
 */
public record EngineSettings(int memoryMb, int threads, Path spillFolder) {
  public EngineSettings {
    if (memoryMb < 64) {
      throw new IllegalArgumentException("memoryMb is " + memoryMb + "; give at least 64");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + "; give at least 1");
    }
  }

  public static EngineSettings defaults() {
    return new EngineSettings(512, 2, Path.of(System.getProperty("java.io.tmpdir")));
  }
}
