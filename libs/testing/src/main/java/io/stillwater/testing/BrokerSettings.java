package io.stillwater.testing;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where and how a broker runs.
 *
 * @param dataDir kept between starts; its log, {@code broker.log}, lies there too
 * @param port of the PLAINTEXT listener on localhost
 * @param heapMegabytes upper bound of the broker's Java heap
 * @param endsWithThisJvm false for a broker that outlives the process that started it
 */
public record BrokerSettings(Path dataDir, int port, int heapMegabytes, boolean endsWithThisJvm) {
  private static final int DEFAULT_HEAP_MEGABYTES = 256;

  public BrokerSettings {
    Objects.requireNonNull(dataDir, "dataDir");
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + "; give one from 1 to 65535");
    }
    dataDir = dataDir.toAbsolutePath();
  }

  public static BrokerSettings of(Path dataDir, int port) {
    return new BrokerSettings(dataDir, port, DEFAULT_HEAP_MEGABYTES, true);
  }

  public BrokerSettings outlivingThisJvm() {
    return new BrokerSettings(dataDir, port, heapMegabytes, false);
  }

  public Path logFile() {
    return dataDir.resolve("broker.log");
  }
}
