package io.stillwater.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.events.EventTypes;
import io.stillwater.events.Topics;
import io.stillwater.messaging.EventConsumer;
import io.stillwater.messaging.EventHandlers;
import io.stillwater.messaging.PoisonEventException;
import io.stillwater.messaging.sample.Commands;
import io.stillwater.messaging.sample.SampleServiceTest;
import io.stillwater.testing.EventRecord;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** After a rebalance two replicas may hold the same record at the same time. */
@QuarkusTest
class ConcurrentDeliveryTest extends SampleServiceTest {
  @Inject EventConsumer consumer;

  private final CountDownLatch firstIsInside = new CountDownLatch(1);
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);

  @Test
  void theSecondOfTwoReplicasWaitsForTheFirstAndDoesNothing() throws Exception {
    // Given
    EventRecord command = Commands.approve(deployment, "go");
    CompletableFuture<Void> first = deliver(command, handlers(this::noteSlowly));
    firstIsInside.await();

    // When
    CompletableFuture<Void> second = deliver(command, handlers(this::note));
    firstMayEnd.countDown();
    CompletableFuture.allOf(first, second).join();

    // Then
    assertThat(notes.eventIds(deployment)).containsExactly(command.id());
  }

  @Test
  void theSecondOfTwoReplicasHandlesWhatTheFirstGaveUp() throws Exception {
    // Given
    EventRecord command = Commands.approve(deployment, "go");
    CompletableFuture<Void> first =
        deliver(
            command,
            handlers(
                id -> {
                  noteSlowly(id);
                  throw new PoisonEventException("gives up");
                }));
    firstIsInside.await();

    // When
    CompletableFuture<Void> second = deliver(command, handlers(this::note));
    firstMayEnd.countDown();
    CompletableFuture.allOf(first, second).join();

    // Then
    assertThat(notes.eventIds(deployment)).containsExactly(command.id());
  }

  private interface Effect {
    void on(String eventId);
  }

  private static EventHandlers handlers(Effect effect) {
    return EventHandlers.builder().on(EventTypes.APPROVE, event -> effect.on(event.id())).build();
  }

  private void note(String id) {
    notes.add(deployment, id, "noted");
  }

  private void noteSlowly(String id) {
    note(id);
    firstIsInside.countDown();
    try {
      firstMayEnd.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<Void> deliver(EventRecord event, EventHandlers handlers) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            Topics.COMMANDS, 0, 0, event.key().getBytes(StandardCharsets.UTF_8), event.value());
    event
        .headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return CompletableFuture.runAsync(() -> consumer.consume(record, handlers));
  }
}
