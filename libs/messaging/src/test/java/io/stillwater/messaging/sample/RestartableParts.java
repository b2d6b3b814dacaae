package io.stillwater.messaging.sample;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stillwater.testing.BrokerProcess;
import io.stillwater.testing.BrokerSettings;
import io.stillwater.testing.Ports;
import io.stillwater.testing.PostgresServer;
import io.stillwater.testing.PostgresSettings;
import io.stillwater.testing.TemporaryFolders;
import java.nio.file.Path;
import java.util.Map;

/** A broker and a PostgreSQL server that a test may kill and start again on their data. */
public final class RestartableParts implements QuarkusTestResourceLifecycleManager {
  private static final String DATABASE = "sample";

  private BrokerProcess broker;
  private PostgresServer postgres;

  @Override
  public Map<String, String> start() {
    Path folder = TemporaryFolders.create("stillwater-restartable");
    broker = BrokerProcess.start(folder.resolve("kafka"), Ports.free());
    postgres = PostgresServer.start(folder.resolve("postgres"), Ports.free());
    postgres.createDatabase(DATABASE);
    return Map.of(
        "quarkus.http.test-port",
        "0",
        "kafka.bootstrap.servers",
        broker.bootstrapServers(),
        "quarkus.datasource.jdbc.url",
        jdbcUrl(),
        "quarkus.datasource.username",
        PostgresServer.USER,
        "quarkus.datasource.password",
        PostgresServer.PASSWORD);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, field -> field.getType() == RestartableParts.class);
  }

  @Override
  public void stop() {
    broker.close();
    postgres.close();
  }

  public void killBroker() {
    broker.kill();
  }

  public void startBroker() {
    BrokerSettings settings = broker.settings();
    broker = BrokerProcess.start(settings);
  }

  public void killPostgres() {
    postgres.kill();
  }

  public void startPostgres() {
    PostgresSettings settings = postgres.settings();
    postgres = PostgresServer.start(settings);
  }

  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  public String jdbcUrl() {
    return postgres.jdbcUrl(DATABASE);
  }
}
