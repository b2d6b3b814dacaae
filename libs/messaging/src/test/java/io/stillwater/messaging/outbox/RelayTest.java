package io.stillwater.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stillwater.testing.Events;
import io.stillwater.testing.ReceivedRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {
  private final RelayBench bench = new RelayBench();

  @AfterEach
  void close() throws InterruptedException {
    bench.close();
  }

  @Test
  void aCommitWakesTheRelayAndNothingGoesOutBeforeIt() throws SQLException {
    // Given
    Duration soRarelyThatOnlyANotificationHelps = Duration.ofSeconds(20);
    bench.startRelay("a", new FixedOutboxConfig(100, soRarelyThatOnlyANotificationHelps));
    OutboxRow open = bench.row("k1", "{\"n\":1}");
    OutboxRow committed = bench.row("k2", "{\"n\":2}");
    try (Connection writer = bench.connect()) {
      writer.setAutoCommit(false);
      OutboxTable.insert(writer, open);

      // When
      bench.write(committed);
      awaitRecord(committed);

      // Then
      assertThat(bench.events().all(bench.topic())).noneMatch(record -> isFrom(record, open));
      writer.commit();
      awaitRecord(open);
    }
  }

  @Test
  void aRowThatWasSentButNotMarkedIsSentAgainAsTheSameEvent() throws Exception {
    // Given
    bench.write(bench.row("k", "{\"n\":1}"));
    List<OutboxRow> sent = bench.waiting();
    try (BatchSender crashesBeforeMarking = new BatchSender(() -> bench.producer("crashed"))) {
      crashesBeforeMarking.send(sent, () -> true);
    }

    // When
    bench.startRelay("next", 100);

    // Then
    List<ReceivedRecord> records =
        bench.events().await(bench.topic(), record -> isFrom(record, sent.get(0)), 2);
    assertThat(withoutSender(records.get(1))).isEqualTo(withoutSender(records.get(0)));
    assertThat(records.get(1).value()).isEqualTo(records.get(0).value());
    await().atMost(Events.LIMIT).until(() -> bench.waiting().isEmpty());
  }

  @Test
  void aFailureStopsItsKeyAndNoOther() throws SQLException {
    // Given
    bench.limitRecords(2_000);
    OutboxRow tooLarge = bench.row("a", "{\"x\":\"" + "x".repeat(10_000) + "\"}");
    OutboxRow behindIt = bench.row("a", "{\"n\":2}");
    OutboxRow other = bench.row("b", "{\"n\":3}");

    // When
    bench.write(tooLarge, behindIt, other);
    bench.startRelay("a", 100);

    // Then
    awaitRecord(other);
    assertThat(bench.events().all(bench.topic())).noneMatch(record -> record.key().equals("a"));

    // When
    bench.limitRecords(100_000);

    // Then
    awaitRecord(behindIt);
    assertThat(
            bench.events().all(bench.topic()).stream()
                .filter(record -> record.key().equals("a"))
                .map(ReceivedRecord::id))
        .containsExactly(tooLarge.id(), behindIt.id());
  }

  @Test
  void aTopicThatDoesNotExistHoldsUpOnlyWhatGoesThere() throws SQLException {
    // Given
    OutboxRow lost = RelayBench.row("no-such-topic", "a", "{}");
    OutboxRow fine = bench.row("b", "{}");

    // When
    bench.write(lost, fine);
    bench.startRelay("a", 100);

    // Then
    awaitRecord(fine);
    assertThat(bench.waiting()).extracting(OutboxRow::id).containsExactly(lost.id());
  }

  @Test
  void stoppingSendsWhatIsWritten() throws Exception {
    // Given
    bench.startRelay("a", 10);
    OutboxRow[] rows = new OutboxRow[100];
    for (int n = 0; n < rows.length; n++) {
      rows[n] = bench.row("k" + n % 7, "{\"n\":" + n + "}");
    }
    OutboxRow first = bench.row("k0", "{}");
    bench.write(first);
    awaitRecord(first);

    // When
    bench.write(rows);
    bench.stopRelays();

    // Then
    assertThat(bench.waiting()).isEmpty();
    assertThat(bench.events().all(bench.topic())).hasSize(rows.length + 1);
  }

  @Test
  void twoReplicasNeverInterleaveAKeyEvenWhenTheLeaderKeepsLosingItsConnection() throws Exception {
    // Given
    int keys = 5;
    int rounds = 40;
    int cuts = 0;
    Map<String, List<String>> written = new HashMap<>();
    bench.startRelay("a", 3);
    bench.startRelay("b", 3);

    // When
    for (int round = 0; round < rounds; round++) {
      OutboxRow[] rows = new OutboxRow[keys];
      for (int key = 0; key < keys; key++) {
        rows[key] = bench.row("k" + key, "{\"n\":" + round + "}");
        written.computeIfAbsent("k" + key, any -> new ArrayList<>()).add(rows[key].id());
      }
      bench.write(rows);
      if (round % 10 == 9 && bench.cutLeader()) {
        cuts++;
      }
    }
    await().atMost(Events.LIMIT).until(() -> bench.waiting().isEmpty());

    // Then
    assertThat(cuts).isPositive();
    Map<String, List<ReceivedRecord>> received = new HashMap<>();
    for (ReceivedRecord record : bench.events().all(bench.topic())) {
      received.computeIfAbsent(record.key(), any -> new ArrayList<>()).add(record);
    }
    for (Map.Entry<String, List<String>> key : written.entrySet()) {
      List<ReceivedRecord> records = received.get(key.getKey());
      assertThat(records.stream().map(ReceivedRecord::id).distinct())
          .containsExactlyElementsOf(key.getValue());
      assertThat(changesOfSender(records)).isLessThanOrEqualTo(cuts);
    }
  }

  private static int changesOfSender(List<ReceivedRecord> records) {
    int changes = 0;
    for (int i = 1; i < records.size(); i++) {
      if (!records.get(i).header("relay").equals(records.get(i - 1).header("relay"))) {
        changes++;
      }
    }
    return changes;
  }

  private void awaitRecord(OutboxRow row) {
    bench.events().await(bench.topic(), record -> isFrom(record, row));
  }

  private static boolean isFrom(ReceivedRecord record, OutboxRow row) {
    return row.id().equals(record.id());
  }

  private static Map<String, String> withoutSender(ReceivedRecord record) {
    Map<String, String> headers = new HashMap<>(record.headers());
    headers.remove("relay");
    return headers;
  }
}
