package io.stillwater.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessTest {
  @TempDir Path folder;

  @Test
  void aKilledBrokerStartsAgainOnItsDataWithWhatItHadAcknowledged() throws Exception {
    // Given
    int port = Ports.free();
    try (BrokerProcess broker = BrokerProcess.start(folder, port);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
      try (Events events = Events.connect(broker.bootstrapServers())) {
        events.send(EventRecord.binary("kept", "k", "some.type", "{}"));
      }
      assertThat(ProcessHandle.of(broker.pid())).isPresent();

      // When
      broker.kill();
    }

    // Then
    try (BrokerProcess again = BrokerProcess.start(folder, port);
        Events events = Events.connect(again.bootstrapServers())) {
      assertThat(again.isAlive()).isTrue();
      assertThat(events.all("kept")).singleElement().returns("some.type", ReceivedRecord::type);
    }
  }
}
