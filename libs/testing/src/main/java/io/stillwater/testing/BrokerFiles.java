package io.stillwater.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** The files a KRaft broker reads at its start: its configuration and its formatted log folder. */
final class BrokerFiles {
  /** A record of 1 MiB, its headers and batch overhead, with room for the dead-letter headers. */
  private static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

  private BrokerFiles() {}

  /** Writes the configuration anew and formats the log folder unless it holds data already. */
  static Path prepare(BrokerSettings settings, int controllerPort) throws IOException {
    Path logs = settings.dataDir().resolve("logs");
    Files.createDirectories(logs);
    Path meta = logs.resolve("meta.properties");
    if (Files.notExists(meta)) {
      Files.write(
          meta,
          List.of(
              "version=1",
              "cluster.id=" + kafkaUuid(),
              "node.id=1",
              "directory.id=" + kafkaUuid()));
    }
    Path properties = settings.dataDir().resolve("server.properties");
    Files.writeString(properties, configuration(settings.port(), controllerPort, logs));
    return properties;
  }

  private static String configuration(int port, int controllerPort, Path logs) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@localhost:%2$d
        listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
        advertised.listeners=PLAINTEXT://localhost:%1$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        auto.create.topics.enable=false
        message.max.bytes=%4$d
        replica.fetch.max.bytes=%4$d
        group.initial.rebalance.delay.ms=0
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        num.network.threads=2
        num.io.threads=4
        log.cleaner.dedupe.buffer.size=8388608
        """
        .formatted(port, controllerPort, logs, MAX_MESSAGE_BYTES);
  }

  private static String kafkaUuid() {
    UUID uuid = UUID.randomUUID();
    byte[] bytes =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
