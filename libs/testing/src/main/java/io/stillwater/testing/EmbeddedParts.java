package io.stillwater.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The shared parts as processes of this machine, in a temporary folder that goes with the JVM. */
final class EmbeddedParts {
  private EmbeddedParts() {}

  static SharedParts start() {
    List<Runnable> ends = new CopyOnWriteArrayList<>();
    Path folder = TemporaryFolders.create("stillwater-parts", () -> ends.forEach(Runnable::run));
    BrokerProcess broker =
        BrokerProcess.start(
            BrokerSettings.of(folder.resolve("kafka"), Ports.free()).outlivingThisJvm());
    ends.add(broker::kill);
    PostgresServer postgres =
        PostgresServer.start(
            PostgresSettings.of(folder.resolve("postgres"), Ports.free()).outlivingThisJvm());
    ends.add(postgres::kill);
    return new SharedParts(
        broker.bootstrapServers(),
        "localhost:" + postgres.settings().port(),
        PostgresServer.USER,
        PostgresServer.PASSWORD);
  }
}
