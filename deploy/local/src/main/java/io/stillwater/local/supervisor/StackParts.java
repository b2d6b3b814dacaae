package io.stillwater.local.supervisor;

import io.stillwater.local.Installation;
import io.stillwater.local.Parts;
import io.stillwater.local.lake.LakeSettings;
import io.stillwater.local.lake.LakeTables;
import io.stillwater.local.process.KafkaPart;
import io.stillwater.local.process.Part;
import io.stillwater.local.process.PostgresPart;
import io.stillwater.local.process.ServicePart;
import io.stillwater.local.state.StackDirectory;
import io.stillwater.local.state.StackState;
import io.stillwater.testing.BrokerSettings;
import io.stillwater.testing.PostgresServer;
import io.stillwater.testing.PostgresSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parts of a stack and how each is told of the others. */
public final class StackParts {
  /** Megabytes of Java heap; the ones that read tables have the embedded engine beside it. */
  private static final Map<String, Integer> HEAPS =
      Map.of("planner", 160, "executor", 224, "validator", 192, "monitor", 160);

  private final StackDirectory directory;
  private final Installation installation;
  private final StackState state;

  public StackParts(StackDirectory directory, Installation installation, StackState state) {
    this.directory = directory;
    this.installation = installation;
    this.state = state;
  }

  List<Part> foundation() {
    return List.of(
        new PostgresPart(PostgresSettings.of(directory.postgres(), port(Parts.POSTGRES))),
        new KafkaPart(BrokerSettings.of(directory.kafka(), port(Parts.KAFKA))));
  }

  List<Part> services() {
    return Parts.SERVICES.stream().<Part>map(this::service).toList();
  }

  /** Databases and the lake's own tables; the services make topics and schemas themselves. */
  void prepare() {
    Stream.concat(Parts.SERVICES.stream(), Stream.of(LakeSettings.CATALOG))
        .forEach(this::createDatabase);
    LakeTables.create(lake());
  }

  public String bootstrapServers() {
    return "localhost:" + port(Parts.KAFKA);
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://localhost:" + port(Parts.POSTGRES) + "/" + database;
  }

  public LakeSettings lake() {
    return LakeSettings.jdbc(
        jdbcUrl(LakeSettings.CATALOG),
        PostgresServer.USER,
        PostgresServer.PASSWORD,
        // Nothing escaped, as Hadoop's and Iceberg's clients take locations.
        "file://" + directory.warehouse());
  }

  public ServicePart service(String name) {
    return new ServicePart(
        name,
        installation.serviceJar(name),
        port(name),
        HEAPS.get(name),
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            bootstrapServers(),
            "QUARKUS_DATASOURCE_JDBC_URL",
            jdbcUrl(name),
            "QUARKUS_DATASOURCE_USERNAME",
            PostgresServer.USER,
            "QUARKUS_DATASOURCE_PASSWORD",
            PostgresServer.PASSWORD),
        settings(),
        directory.log(name));
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(lake().serviceSettings());
    // One executor alone: who takes over a lease is its own successor, and need not wait long.
    settings.put("stillwater.executor.work.lease", "PT5S");
    // The group gives up a killed member after this time; its successor waits for that.
    settings.put("mp.messaging.connector.smallrye-kafka.session.timeout.ms", "8000");
    settings.put("mp.messaging.connector.smallrye-kafka.heartbeat.interval.ms", "2000");
    return settings;
  }

  private int port(String part) {
    return state.part(part).port();
  }

  private void createDatabase(String name) {
    try (Connection connection =
            DriverManager.getConnection(
                jdbcUrl("postgres"), PostgresServer.USER, PostgresServer.PASSWORD);
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT 1 FROM pg_database WHERE datname = " + statement.enquoteLiteral(name))) {
      if (!found.next()) {
        statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot create database " + name, e);
    }
  }
}
