package io.stillwater.testing;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The shared parts as containers; Testcontainers removes them when this JVM ends. */
final class ContainerParts {
  private static final String KAFKA_IMAGE = "apache/kafka:4.1.1";
  private static final String POSTGRES_IMAGE = "postgres:16.9-alpine";

  private ContainerParts() {}

  // The containers live as long as the JVM: closing them here would end them before the tests.
  @SuppressWarnings("resource")
  static SharedParts start() {
    KafkaContainer kafka =
        new KafkaContainer(KAFKA_IMAGE)
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", "2097152");
    kafka.start();
    PostgreSQLContainer postgres =
        new PostgreSQLContainer(POSTGRES_IMAGE)
            .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
    postgres.start();
    return new SharedParts(
        kafka.getBootstrapServers(),
        postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        postgres.getUsername(),
        postgres.getPassword());
  }
}
