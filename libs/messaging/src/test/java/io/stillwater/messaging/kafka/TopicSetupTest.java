package io.stillwater.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.events.Topics;
import io.stillwater.messaging.RecordLimits;
import io.stillwater.messaging.sample.SampleServiceTest;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TopicSetupTest extends SampleServiceTest {
  private static final String DEAD_LETTERS = Topics.deadLetter(Topics.COMMANDS, "sample");

  @Test
  void theTopicsOfTheContractAndTheDeadLettersOfWhatIsConsumedAreMade() throws Exception {
    // Given
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      // When
      var names = admin.listTopics().names().get();
      var topics = admin.describeTopics(Topics.ALL).allTopicNames().get();

      // Then
      assertThat(names).contains(DEAD_LETTERS);
      assertThat(names).doesNotContain(Topics.deadLetter(Topics.PLANS, "sample"));
      assertThat(topics.values()).allMatch(topic -> topic.partitions().size() == 6);
      assertThat(maxBytes(admin, Topics.RELEASES)).isEqualTo("" + RecordLimits.RECORD);
      assertThat(maxBytes(admin, DEAD_LETTERS)).isEqualTo("" + RecordLimits.DEAD_LETTER);
    }
  }

  private static String maxBytes(Admin admin, String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin
        .describeConfigs(List.of(resource))
        .all()
        .get()
        .get(resource)
        .get("max.message.bytes")
        .value();
  }
}
