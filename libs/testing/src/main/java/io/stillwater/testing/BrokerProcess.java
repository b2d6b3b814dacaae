package io.stillwater.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Kafka broker in a JVM of its own. It can be started again on the same data folder, also
 * after it was killed, and then holds what it had acknowledged.
 */
public final class BrokerProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final String READY_LINE = "Kafka Server started";

  private final BrokerSettings settings;
  private final Process process;

  private BrokerProcess(BrokerSettings settings, Process process) {
    this.settings = settings;
    this.process = process;
  }

  /** Returns once the broker answers. */
  public static BrokerProcess start(Path dataDir, int port) {
    return start(BrokerSettings.of(dataDir, port));
  }

  /**
   * @throws IllegalStateException when the broker's jars are missing or it does not come up; the
   *     message names its log
   */
  public static BrokerProcess start(BrokerSettings settings) {
    try {
      Path properties = BrokerFiles.prepare(settings, Ports.free());
      long logStart = Files.exists(settings.logFile()) ? Files.size(settings.logFile()) : 0;
      Process process =
          new ProcessBuilder(command(settings, properties))
              .directory(settings.dataDir().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.logFile().toFile()))
              .start();
      if (settings.endsWithThisJvm()) {
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      }
      BrokerProcess broker = new BrokerProcess(settings, process);
      broker.awaitReady(logStart);
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start a broker in " + settings.dataDir(), e);
    }
  }

  public String bootstrapServers() {
    return "localhost:" + settings.port();
  }

  public BrokerSettings settings() {
    return settings;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the broker as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Ends the broker in order; kills it when that takes longer than 20 s. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private static List<String> command(BrokerSettings settings, Path properties) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + settings.heapMegabytes() + "m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
        "-Dorg.slf4j.simpleLogger.showDateTime=true",
        "-cp",
        BrokerJars.find().resolve("*").toString(),
        "kafka.Kafka",
        properties.toString());
  }

  private void awaitReady(long logStart) throws IOException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!logSince(logStart).contains(READY_LINE)) {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            "The broker ended at its start with "
                + process.exitValue()
                + "; see its log "
                + settings.logFile());
      }
      if (System.nanoTime() > deadline) {
        kill();
        throw new IllegalStateException(
            "The broker was not ready within "
                + START_LIMIT
                + "; see its log "
                + settings.logFile());
      }
      pause();
    }
  }

  private String logSince(long start) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(settings.logFile().toFile(), "r")) {
      byte[] fresh = new byte[(int) (log.length() - start)];
      log.seek(start);
      log.readFully(fresh);
      return new String(fresh, StandardCharsets.UTF_8);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the broker was starting", e);
    }
  }
}
