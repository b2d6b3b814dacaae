package io.stillwater.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real PostgreSQL server. It can be started again on the same data folder, also after it was
 * killed, and then holds what was committed.
 */
public final class PostgresServer implements AutoCloseable {
  public static final String USER = "postgres";

  /** The server trusts every local connection; clients that insist may send this one. */
  public static final String PASSWORD = "postgres";

  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final PostgresSettings settings;
  private final EmbeddedPostgres server;
  private final long pid;

  private PostgresServer(PostgresSettings settings, EmbeddedPostgres server, long pid) {
    this.settings = settings;
    this.server = server;
    this.pid = pid;
  }

  /** Returns once the server answers. */
  public static PostgresServer start(Path dataDir, int port) {
    return start(PostgresSettings.of(dataDir, port));
  }

  /**
   * @throws IllegalStateException when another server runs on the data folder
   * @throws UncheckedIOException when the server does not come up; the message names its log
   */
  public static PostgresServer start(PostgresSettings settings) {
    PostgresPidFile pidFile = new PostgresPidFile(settings.dataDir());
    pidFile.clearAfterCrash();
    try {
      Files.createDirectories(settings.dataDir());
      Redirect log = Redirect.appendTo(settings.logFile().toFile());
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(settings.dataDir())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(settings.endsWithThisJvm())
              .setPort(settings.port())
              .setPGStartupWait(START_LIMIT)
              .setOutputRedirector(log)
              .setErrorRedirector(log);
      settings.serverConfig().forEach(builder::setServerConfig);
      EmbeddedPostgres server = builder.start();
      return new PostgresServer(settings, server, pidFile.pid().orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "PostgreSQL did not start on " + settings.dataDir() + "; see " + settings.logFile(), e);
    }
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://localhost:" + settings.port() + "/" + database;
  }

  public PostgresSettings settings() {
    return settings;
  }

  public long pid() {
    return pid;
  }

  public boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Does nothing when the database exists. */
  public void createDatabase(String name) {
    Databases.create(jdbcUrl("postgres"), USER, PASSWORD, name);
  }

  /** Ends the server as {@code kill -9} does. */
  public void kill() {
    ProcessHandle.of(pid)
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
    close();
  }

  /** Ends the server in order and lets go of the data folder; also to be called after a crash. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot stop PostgreSQL on " + settings.dataDir(), e);
    }
  }
}
