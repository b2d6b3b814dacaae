package io.stillwater.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.events.Topics;
import io.stillwater.messaging.sample.Commands;
import io.stillwater.messaging.sample.SampleService;
import io.stillwater.messaging.sample.SampleServiceTest;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.Events;
import io.stillwater.testing.ReceivedRecord;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventDeliveryTest extends SampleServiceTest {
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Inject MeterRegistry meters;

  @Test
  void fourHeadersAndTheValueAreEnough() {
    // Given
    EventRecord command = Commands.approve(deployment, "go");

    // When
    events.send(command);

    // Then
    ReceivedRecord answer = awaitAnswer();
    assertThat(answer.key()).isEqualTo(deployment);
    assertThat(answer.subject()).isEqualTo(deployment);
    assertThat(answer.header("ce_deploymentid")).contains(deployment);
    assertThat(answer.header("ce_causationid")).contains(command.id());
    assertThat(answer.header("ce_source")).contains("/stillwater/sample");
    assertThat(answer.header("ce_specversion")).contains("1.0");
    assertThat(answer.header("content-type")).contains("application/json");
    assertThat(answer.header("ce_time")).isPresent();
    assertThat(answer.text()).contains("\"commandId\":\"" + command.id() + "\"");
    assertThat(notes.eventIds(deployment)).containsExactly(command.id());
  }

  @Test
  void theRecordKeyMayBeMissing() {
    // Given
    EventRecord command = Commands.approve(deployment, "go");

    // When
    events.send(new EventRecord(command.topic(), null, command.headers(), command.value()));

    // Then
    awaitAnswer();
    assertThat(notes.eventIds(deployment)).containsExactly(command.id());
  }

  @Test
  void aStructuredEventIsRead() {
    // Given
    String id = UUID.randomUUID().toString();

    // When
    events.send(EventRecord.structured(Topics.COMMANDS, deployment, envelope(id)));

    // Then
    awaitAnswer();
    assertThat(notes.eventIds(deployment)).containsExactly(id);
  }

  @Test
  void aStructuredEventWithoutItsContentTypeIsRead() {
    // Given
    String id = UUID.randomUUID().toString();

    // When
    events.send(
        EventRecord.structured(Topics.COMMANDS, deployment, envelope(id)).without("content-type"));

    // Then
    awaitAnswer();
    assertThat(notes.eventIds(deployment)).containsExactly(id);
  }

  @Test
  void aSecondDeliveryHasNoEffectAndNoSecondAnswer() {
    // Given
    EventRecord command = Commands.approve(deployment, "go");
    double duplicates = meters.counter("stillwater.inbox.duplicates").count();
    events.send(command);
    awaitAnswer();

    // When
    events.send(command);
    events.send(EventRecord.structured(Topics.COMMANDS, deployment, envelope(command.id())));
    EventRecord next = Commands.approve(deployment, "the stream went on");
    events.send(next);

    // Then
    events.await(Topics.COMMANDS, this::isAnswer, 2);
    assertThat(notes.eventIds(deployment)).containsExactly(command.id(), next.id());
    assertThat(events.all(Topics.COMMANDS).stream().filter(this::isAnswer)).hasSize(2);
    assertThat(meters.counter("stillwater.inbox.duplicates").count()).isEqualTo(duplicates + 2);
  }

  @Test
  void theSameIdFromAnotherSourceIsAnotherEvent() {
    // Given
    EventRecord command = Commands.approve(deployment, "go");

    // When
    events.send(command);
    events.send(command.with("ce_source", "/tests/other"));

    // Then
    events.await(Topics.COMMANDS, this::isAnswer, 2);
    assertThat(notes.eventIds(deployment)).containsExactly(command.id(), command.id());
  }

  @Test
  void theTraceAndTheEnvironmentAreCarriedThrough() {
    // Given
    EventRecord command =
        Commands.approve(deployment, "go")
            .with("ce_traceparent", TRACE)
            .with("ce_environment", "production");

    // When
    events.send(command);

    // Then
    ReceivedRecord answer = awaitAnswer();
    assertThat(answer.header("ce_traceparent")).contains(TRACE);
    assertThat(answer.header("ce_environment")).contains("production");
  }

  @Test
  void aTraceInTheW3cHeaderIsCarriedThroughToo() {
    // When
    events.send(Commands.approve(deployment, "go").with("traceparent", TRACE));

    // Then
    assertThat(awaitAnswer().header("ce_traceparent")).contains(TRACE);
  }

  @Test
  void aFailureThatPassesIsRetriedInPlaceWithoutReordering() {
    // Given
    EventRecord first = Commands.approve(deployment, SampleService.FAILS_ONCE);
    EventRecord second = Commands.approve(deployment, "go");

    // When
    events.send(first);
    events.send(second);

    // Then
    events.await(Topics.COMMANDS, this::isAnswer, 2);
    assertThat(notes.eventIds(deployment)).containsExactly(first.id(), second.id());
  }

  @Test
  void fieldsThatTheSchemaDoesNotKnowAreTolerated() {
    // Given
    EventRecord command =
        EventRecord.binary(
            Topics.COMMANDS,
            deployment,
            Commands.APPROVE,
            "{\"deploymentId\": \"%s\", \"newField\": {\"a\": 1}}".formatted(deployment));

    // When
    events.send(command);

    // Then
    await().atMost(Events.LIMIT).until(() -> notes.eventIds(deployment).contains(command.id()));
  }

  private ReceivedRecord awaitAnswer() {
    return events.await(Topics.COMMANDS, this::isAnswer);
  }

  private boolean isAnswer(ReceivedRecord record) {
    return Commands.ACCEPTED.equals(record.type()) && deployment.equals(record.key());
  }

  private String envelope(String id) {
    return """
        {"specversion": "1.0", "type": "%s", "source": "/tests", "id": "%s",
         "datacontenttype": "application/json", "data": %s}"""
        .formatted(Commands.APPROVE, id, Commands.json(deployment, "go"));
  }
}
