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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DeadLettersTest extends SampleServiceTest {
  @Inject MeterRegistry meters;

  @Test
  void aRecordThatIsNoCloudEventKeepsKeyValueAndHeadersAndSaysWhereItWas() {
    // Given
    byte[] value = {0, 1, 2, (byte) 0xff, '{'};
    EventRecord junk = new EventRecord(Topics.COMMANDS, deployment, Map.of("mine", "kept"), value);

    // When
    events.send(junk);

    // Then
    ReceivedRecord original =
        events.await(Topics.COMMANDS, record -> deployment.equals(record.key()));
    ReceivedRecord letter = awaitLetter();
    assertThat(letter.value()).isEqualTo(value);
    assertThat(letter.header("mine")).contains("kept");
    assertThat(letter.headers().get("dead-letter-reason"))
        .startsWith("Not a CloudEvent: neither the header ce_specversion nor");
    assertThat(letter.header("dead-letter-topic")).contains(Topics.COMMANDS);
    assertThat(letter.header("dead-letter-partition")).contains("" + original.partition());
    assertThat(letter.header("dead-letter-offset")).contains("" + original.offset());
    assertStreamGoesOn();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          not JSON         | {"deploymentId":              | The data is not JSON
          trailing garbage | {"deploymentId": "d-1"} x     | The data is not JSON
          no data          | ``                            | The event has no data
          wrong type       | {"deploymentId": 7}           | deploymentId
          missing field    | {"reason": "why"}             | deploymentId
          not an object    | [1, 2]                        | Invalid data
          """)
  void dataThatDoesNotFitItsTypeIsADeadLetterWithTheReason(
      String name, String data, String reason) {
    // Given
    EventRecord command = EventRecord.binary(Topics.COMMANDS, deployment, Commands.APPROVE, data);

    // When
    events.send(command);

    // Then
    ReceivedRecord letter = awaitLetter();
    assertThat(letter.headers().get("dead-letter-reason")).contains(reason);
    assertThat(letter.text()).isEqualTo(data);
    assertThat(letter.id()).isEqualTo(command.id());
    assertThat(notes.eventIds(deployment)).isEmpty();
    assertStreamGoesOn();
  }

  @Test
  void aStructuredEventThatIsCutOffIsADeadLetter() {
    // Given
    byte[] value = "{\"specversion\": \"1.0\", \"id\":".getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = Map.of("content-type", "application/cloudevents+json");

    // When
    events.send(new EventRecord(Topics.COMMANDS, deployment, headers, value));

    // Then
    ReceivedRecord letter = awaitLetter();
    assertThat(letter.headers().get("dead-letter-reason")).startsWith("Not a CloudEvent");
    assertThat(letter.value()).isEqualTo(value);
    assertStreamGoesOn();
  }

  @ParameterizedTest
  @CsvSource({"ce_id", "ce_source", "ce_type", "ce_specversion"})
  void aRequiredHeaderThatIsMissingMakesADeadLetter(String header) {
    // When
    events.send(Commands.approve(deployment, "go").without(header));

    // Then
    assertThat(awaitLetter().headers().get("dead-letter-reason")).startsWith("Not a CloudEvent");
    assertStreamGoesOn();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ce_specversion, 0.3",
    "ce_specversion, 2.0",
    "ce_time, yesterday",
    "ce_id, ''",
    "content-type, application/cloudevents+avro",
    "content-type, application/xml"
  })
  void anAttributeThatIsNotUnderstoodMakesADeadLetter(String header, String value) {
    // When
    events.send(Commands.approve(deployment, "go").with(header, value));

    // Then
    assertThat(awaitLetter().headers().get("dead-letter-reason")).isNotBlank();
    assertStreamGoesOn();
  }

  @Test
  void anIdThatIsTooLongForTheInboxMakesADeadLetter() {
    // When
    events.send(Commands.approve(deployment, "go").with("ce_id", "x".repeat(100_000)));

    // Then
    assertThat(awaitLetter().headers().get("dead-letter-reason")).contains("1 to 1024");
    assertStreamGoesOn();
  }

  @Test
  void anEventThatItsHandlerCallsPoisonLeavesNoTraceButTheDeadLetter() {
    // When
    events.send(Commands.approve(deployment, SampleService.POISON));

    // Then
    assertThat(awaitLetter().header("dead-letter-reason")).contains("This command is poison");
    assertThat(notes.eventIds(deployment)).isEmpty();
    assertStreamGoesOn();
  }

  @Test
  void anEventThatAlwaysBreaksItsHandlerIsADeadLetterInTheEnd() {
    // When
    events.send(Commands.approve(deployment, SampleService.BUG));

    // Then
    assertThat(awaitLetter().headers().get("dead-letter-reason"))
        .contains("failed 2 times")
        .contains("a bug in the handler");
    assertThat(notes.eventIds(deployment)).isEmpty();
    assertStreamGoesOn();
  }

  @Test
  void tombstonesUnknownTypesAndTypesOfOthersAreIgnoredAndCounted() {
    // Given
    double tombstones = ignored("tombstone");
    double unknown = ignored("unknown_type");

    // When
    events.send(new EventRecord(Topics.COMMANDS, deployment, Map.of(), null));
    events.send(
        EventRecord.binary(Topics.COMMANDS, deployment, "io.stillwater.command.dance.v1", "{}"));
    events.send(
        EventRecord.binary(
            Topics.COMMANDS, deployment, "io.stillwater.command.pause.v1", "not even JSON"));
    assertStreamGoesOn();

    // Then
    assertThat(ignored("tombstone")).isGreaterThanOrEqualTo(tombstones + 1);
    assertThat(ignored("unknown_type")).isGreaterThanOrEqualTo(unknown + 1);
    assertThat(ignored("not_consumed")).isGreaterThanOrEqualTo(1);
    assertThat(events.all(Commands.DEAD_LETTERS))
        .noneMatch(letter -> deployment.equals(letter.key()));
  }

  @Test
  void aRecordOfOneMebibyteIsHandled() {
    // Given
    int overhead = Commands.json(deployment, "").length();
    EventRecord command =
        Commands.approve(deployment, "x".repeat(RecordLimits.VALUE - overhead))
            .with("mine", "y".repeat(10_000));

    // When
    events.send(command);

    // Then
    await().atMost(Events.LIMIT).until(() -> notes.eventIds(deployment).contains(command.id()));
  }

  @Test
  void aLargeDeadLetterIsKeptWholeWhereTheTopicTakesIt() {
    // Given
    byte[] value = junk(RecordLimits.VALUE);

    // When
    events.send(new EventRecord(Topics.COMMANDS, deployment, Map.of(), value));

    // Then
    assertThat(awaitLetter().value()).isEqualTo(value);
  }

  @Test
  void aDeadLetterTooLargeForItsTopicKeepsItsStartLengthAndDigest() throws Exception {
    // Given
    limitDeadLetters(200_000);
    byte[] value = junk(RecordLimits.VALUE);

    try {
      // When
      events.send(new EventRecord(Topics.COMMANDS, deployment, Map.of("mine", "kept"), value));

      // Then
      ReceivedRecord letter = awaitLetter();
      assertThat(letter.value()).isEqualTo(Arrays.copyOf(value, 64 * 1024));
      assertThat(letter.header("mine")).contains("kept");
      assertThat(letter.header("dead-letter-length")).contains("" + value.length);
      assertThat(letter.header("dead-letter-sha256"))
          .contains(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value)));
      assertThat(letter.headers().get("dead-letter-reason")).startsWith("Not a CloudEvent");
      assertStreamGoesOn();
    } finally {
      limitDeadLetters(RecordLimits.DEAD_LETTER);
    }
  }

  private ReceivedRecord awaitLetter() {
    return events.await(Commands.DEAD_LETTERS, letter -> deployment.equals(letter.key()));
  }

  private void assertStreamGoesOn() {
    EventRecord next = Commands.approve(deployment, "the stream goes on");
    events.send(next);
    await().atMost(Events.LIMIT).until(() -> notes.eventIds(deployment).contains(next.id()));
  }

  private double ignored(String reason) {
    return meters.counter("stillwater.events.ignored", "reason", reason).count();
  }

  private static byte[] junk(int size) {
    return "no event ".repeat(size).substring(0, size).getBytes(StandardCharsets.UTF_8);
  }

  private void limitDeadLetters(int bytes) throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Commands.DEAD_LETTERS);
    AlterConfigOp limit =
        new AlterConfigOp(
            new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes)),
            AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.incrementalAlterConfigs(Map.of(topic, List.of(limit))).all().get();
    }
  }
}
