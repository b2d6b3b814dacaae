package io.stillwater.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.events.EventTypes;
import io.stillwater.events.Topics;
import io.stillwater.events.command.CommandAnswer;
import io.stillwater.messaging.sample.Commands;
import io.stillwater.messaging.sample.Notes;
import io.stillwater.messaging.sample.RestartableParts;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.Events;
import io.stillwater.testing.ReceivedRecord;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RestartableParts.class, scope = TestResourceScope.MATCHING_RESOURCES)
class RestartTest {
  @Inject Notes notes;
  @Inject Outbox outbox;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String databaseUrl;

  RestartableParts parts;

  private final String deployment = Commands.newDeployment();

  @BeforeEach
  void theApplicationUsesThePartsThatAreKilled() {
    assertThat(bootstrapServers).isEqualTo(parts.bootstrapServers());
    assertThat(databaseUrl).isEqualTo(parts.jdbcUrl());
  }

  @Test
  void aKilledBrokerDelaysEventsAndLosesNone() {
    // Given
    EventRecord before = Commands.approve(deployment, "before");
    send(before);
    awaitNotes(before);

    // When
    parts.killBroker();
    QuarkusTransaction.requiringNew().run(() -> outbox.publish(answer("written meanwhile")));
    parts.startBroker();
    EventRecord after = Commands.approve(deployment, "after");
    send(after);

    // Then
    awaitNotes(before, after);
    assertThat(answers(3)).extracting(ReceivedRecord::id).doesNotHaveDuplicates();
  }

  @Test
  void aKilledDatabaseDelaysEventsAndLosesNone() {
    // Given
    EventRecord before = Commands.approve(deployment, "before");
    send(before);
    awaitNotes(before);

    // When
    parts.killPostgres();
    EventRecord meanwhile = Commands.approve(deployment, "meanwhile");
    send(meanwhile);
    parts.startPostgres();
    EventRecord after = Commands.approve(deployment, "after");
    send(after);

    // Then
    awaitNotes(before, meanwhile, after);
    answers(3);
  }

  private void send(EventRecord event) {
    try (Events events = Events.connect(bootstrapServers)) {
      events.send(event);
    }
  }

  private void awaitNotes(EventRecord... handled) {
    List<String> ids = List.of(handled).stream().map(EventRecord::id).toList();
    await()
        .atMost(Events.LIMIT)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(notes.eventIds(deployment)).isEqualTo(ids));
  }

  private List<ReceivedRecord> answers(int count) {
    try (Events events = Events.connect(bootstrapServers)) {
      return events.await(
          Topics.COMMANDS,
          record -> Commands.ACCEPTED.equals(record.type()) && deployment.equals(record.key()),
          count);
    }
  }

  private OutgoingEvent<CommandAnswer> answer(String reason) {
    return OutgoingEvent.of(
        EventTypes.COMMAND_ACCEPTED,
        deployment,
        deployment,
        new CommandAnswer(deployment, "c-1", "approve", reason));
  }
}
