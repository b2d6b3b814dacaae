package io.stillwater.messaging.outbox;

import io.stillwater.messaging.RecordLimits;
import io.stillwater.testing.Events;
import io.stillwater.testing.SharedParts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;

/** An outbox of its own, a topic of its own, and as many relays as a test asks for. */
final class RelayBench {
  private final SharedParts parts = SharedParts.get();
  private final RelayDatabase database;
  private final String topic = "relay-" + UUID.randomUUID();
  private final Events events = Events.connect(parts.bootstrapServers());
  private final Admin admin = Admin.create(Map.of("bootstrap.servers", parts.bootstrapServers()));
  private final List<Relay> relays = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  RelayBench() {
    String url = parts.jdbcUrl(parts.freshDatabase("relay"));
    database = new RelayDatabase(url, parts.user(), parts.password());
    Flyway.configure()
        .dataSource(url, parts.user(), parts.password())
        .locations("db/messaging")
        .load()
        .migrate();
    get(admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all());
  }

  String topic() {
    return topic;
  }

  Events events() {
    return events;
  }

  Connection connect() throws SQLException {
    return database.connect();
  }

  /** Starts a relay whose records carry its name in the header {@code relay}. */
  void startRelay(String name, int batchRows) {
    startRelay(name, new FixedOutboxConfig(batchRows, Duration.ofMillis(200)));
  }

  void startRelay(String name, OutboxConfig config) {
    Relay relay = new Relay(database, config, () -> producer(name));
    Thread thread = new Thread(relay, "relay-" + name);
    thread.start();
    relays.add(relay);
    threads.add(thread);
  }

  /** Stops every relay in order and waits for its end. */
  void stopRelays() throws InterruptedException {
    relays.forEach(Relay::stop);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  Producer<byte[], byte[]> producer(String name) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", parts.bootstrapServers());
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.put("max.in.flight.requests.per.connection", 1);
    settings.put("max.request.size", 4 * RecordLimits.VALUE);
    settings.put("max.block.ms", 3_000);
    settings.put("batch.size", 1_000);
    settings.put("interceptor.classes", SenderName.class.getName());
    settings.put(SenderName.SETTING, name);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  OutboxRow row(String key, String data) {
    return row(topic, key, data);
  }

  static OutboxRow row(String topic, String key, String data) {
    return new OutboxRow(
        0,
        UUID.randomUUID().toString(),
        topic,
        key,
        "some.type",
        "/tests",
        key,
        Map.of("deploymentid", key),
        data,
        Instant.EPOCH);
  }

  void write(OutboxRow... rows) throws SQLException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      for (OutboxRow row : rows) {
        OutboxTable.insert(connection, row);
      }
      connection.commit();
    }
  }

  List<OutboxRow> waiting() throws SQLException {
    try (Connection connection = connect()) {
      return OutboxTable.nextBatch(connection, List.of(), 1000, Long.MAX_VALUE);
    }
  }

  /** Cuts the connection of the leader as a restart of the database does. */
  boolean cutLeader() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet cut =
            statement.executeQuery(
                """
                SELECT pg_terminate_backend(pid) FROM pg_locks
                WHERE locktype = 'advisory' AND granted
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """)) {
      return cut.next();
    }
  }

  void limitRecords(int bytes) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    ConfigEntry limit =
        new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
    get(
        admin
            .incrementalAlterConfigs(
                Map.of(resource, List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
            .all());
  }

  private static void get(KafkaFuture<?> answer) {
    try {
      answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void close() throws InterruptedException {
    stopRelays();
    events.close();
    admin.close();
  }
}
