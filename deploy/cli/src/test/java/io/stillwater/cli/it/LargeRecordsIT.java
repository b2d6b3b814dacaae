package io.stillwater.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.Topics;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.Events;
import io.stillwater.testing.ReceivedRecord;
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

/** Records at the limits that the contract names, through the packaged services. */
class LargeRecordsIT {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final int EXCERPT = 64 * 1024;
  private static final String DEAD_LETTERS = Topics.deadLetter(Topics.COMMANDS, "executor");

  private final SharedStack stack = SharedStack.get();
  private final String bootstrapServers = stack.up().kafka().bootstrap();

  @Test
  void aReleaseOfOneMebibyteIsDeployed() {
    // Given
    LakeTable table = LakeTable.create("mebibyte");
    ObjectNode release = Releases.of(table.name(), Releases.addColumn("note", "string"));
    ObjectNode labels = release.withObject("/metadata/labels");
    labels.put("padding", "");
    labels.put("padding", "x".repeat(MEBIBYTE - release.toString().length()));
    assertThat(release.toString()).hasSize(MEBIBYTE);

    // When
    Rollout rollout = Rollout.publish(release);

    // Then
    rollout.awaitState(DeploymentState.COMPLETED);
    assertThat(table.load().schema().findField("note")).isNotNull();
  }

  @Test
  void aDeadLetterThatTheBrokerDoesNotTakeKeepsItsStartLengthAndDigest() throws Exception {
    // Given
    byte[] value = "no event ".repeat(MEBIBYTE / 9).getBytes(StandardCharsets.UTF_8);
    ConfigEntry limit = limit();

    try (Events events = Events.connect(bootstrapServers)) {
      limit(new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "200000"));

      // When
      events.send(new EventRecord(Topics.COMMANDS, "too-large", Map.of("mine", "kept"), value));

      // Then
      ReceivedRecord letter =
          events.await(DEAD_LETTERS, record -> "too-large".equals(record.key()));
      assertThat(letter.value()).isEqualTo(Arrays.copyOf(value, EXCERPT));
      assertThat(letter.header("mine")).contains("kept");
      assertThat(letter.header("dead-letter-length")).contains("" + value.length);
      assertThat(letter.header("dead-letter-sha256"))
          .contains(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value)));
      assertThat(letter.headers().get("dead-letter-reason")).startsWith("Not a CloudEvent");
      assertThat(letter.header("dead-letter-topic")).contains(Topics.COMMANDS);
    } finally {
      limit(limit);
    }
  }

  private ConfigEntry limit() throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, DEAD_LETTERS);
    try (Admin admin = admin()) {
      return admin
          .describeConfigs(List.of(topic))
          .all()
          .get()
          .get(topic)
          .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    }
  }

  private void limit(ConfigEntry limit) throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, DEAD_LETTERS);
    try (Admin admin = admin()) {
      admin
          .incrementalAlterConfigs(
              Map.of(topic, List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }
}
