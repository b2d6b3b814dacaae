package io.stillwater.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.events.EventTypes;
import io.stillwater.events.Topics;
import io.stillwater.events.command.CommandAnswer;
import io.stillwater.messaging.sample.SampleServiceTest;
import io.stillwater.testing.Events;
import io.stillwater.testing.ReceivedRecord;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest extends SampleServiceTest {
  @Inject Outbox outbox;
  @Inject MeterRegistry meters;

  @Test
  void whatIsRolledBackIsNotSent() {
    // Given
    OutgoingEvent<CommandAnswer> undone = answer("undone");
    OutgoingEvent<CommandAnswer> kept = answer("kept");

    // When
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          outbox.publish(undone);
                          notes.add(deployment, undone.id(), "undone");
                          throw new IllegalStateException("changed its mind");
                        }))
        .isInstanceOf(IllegalStateException.class);
    publish(kept);

    // Then
    events.await(Topics.COMMANDS, record -> kept.id().equals(record.id()));
    assertThat(events.all(Topics.COMMANDS)).noneMatch(record -> undone.id().equals(record.id()));
    assertThat(notes.eventIds(deployment)).isEmpty();
  }

  @Test
  void theEventsOfOneTransactionKeepTheirOrder() {
    // Given
    List<OutgoingEvent<CommandAnswer>> written = new ArrayList<>();
    for (int n = 0; n < 1_200; n++) {
      written.add(answer("number " + n));
    }

    // When
    QuarkusTransaction.requiringNew().run(() -> written.forEach(outbox::publish));

    // Then
    List<ReceivedRecord> sent =
        events.await(Topics.COMMANDS, record -> deployment.equals(record.key()), written.size());
    assertThat(sent)
        .extracting(ReceivedRecord::id)
        .containsExactlyElementsOf(written.stream().map(OutgoingEvent::id).toList());
  }

  @Test
  void anEventIsRefusedOutsideATransaction() {
    assertThatThrownBy(() -> outbox.publish(answer("no transaction")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("outside a transaction");
  }

  @Test
  void anEventThatDoesNotFitItsSchemaIsRefusedInTests() {
    // Given
    OutgoingEvent<CommandAnswer> nameless =
        OutgoingEvent.of(
            EventTypes.COMMAND_ACCEPTED,
            deployment,
            deployment,
            new CommandAnswer(deployment, null, "approve", "no command id"));

    // When, Then
    assertThatThrownBy(() -> publish(nameless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("commandId");
  }

  @Test
  void anEventThatIsTooLargeForARecordIsRefused() {
    assertThatThrownBy(() -> publish(answer("x".repeat(RecordLimits.VALUE))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most " + RecordLimits.VALUE);
  }

  @Test
  void anExtensionNameThatCloudEventsForbidsIsRefused() {
    assertThatThrownBy(() -> answer("go").withExtension("causation_id", "c-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("causation_id");
  }

  @Test
  void theSameIdIsSentOnce() {
    // Given
    OutgoingEvent<CommandAnswer> event = answer("first").withId("derived-" + deployment);

    // When
    publish(event);
    publish(event);
    OutgoingEvent<CommandAnswer> last = answer("last");
    publish(last);

    // Then
    events.await(Topics.COMMANDS, record -> last.id().equals(record.id()));
    assertThat(events.all(Topics.COMMANDS))
        .filteredOn(record -> event.id().equals(record.id()))
        .hasSize(1);
  }

  @Test
  void extensionsAndTheirDefaultsGoOut() {
    // Given
    OutgoingEvent<CommandAnswer> event =
        answer("go").withExtension("actor", "alice").withExtension("environment", null);

    // When
    publish(event);

    // Then
    ReceivedRecord sent = events.await(Topics.COMMANDS, record -> event.id().equals(record.id()));
    assertThat(sent.header("ce_actor")).contains("alice");
    assertThat(sent.header("ce_deploymentid")).contains(deployment);
    assertThat(sent.header("ce_environment")).isEmpty();
    assertThat(sent.header("ce_causationid")).isEmpty();
  }

  @Test
  void theAgeOfTheOldestWaitingEventIsAMeter() {
    // When
    publish(answer("go"));

    // Then
    await()
        .atMost(Events.LIMIT)
        .until(() -> meters.get("stillwater.outbox.oldest.age").gauge().value() < 10);
  }

  private void publish(OutgoingEvent<CommandAnswer> event) {
    QuarkusTransaction.requiringNew().run(() -> outbox.publish(event));
  }

  private OutgoingEvent<CommandAnswer> answer(String reason) {
    return OutgoingEvent.of(
        EventTypes.COMMAND_ACCEPTED,
        deployment,
        deployment,
        new CommandAnswer(deployment, "c-1", "approve", reason));
  }
}
