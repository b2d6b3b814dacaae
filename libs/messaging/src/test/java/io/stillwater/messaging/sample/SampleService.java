package io.stillwater.messaging.sample;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.stillwater.events.Event;
import io.stillwater.events.EventTypes;
import io.stillwater.events.command.Command;
import io.stillwater.events.command.CommandAnswer;
import io.stillwater.messaging.EventConsumer;
import io.stillwater.messaging.EventHandlers;
import io.stillwater.messaging.Outbox;
import io.stillwater.messaging.OutgoingEvent;
import io.stillwater.messaging.PoisonEventException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The smallest service: notes each {@code approve} and answers it. The command's reason tells how
 * it should misbehave.
 */
@ApplicationScoped
public class SampleService {
  public static final String POISON = "poison";
  public static final String BUG = "bug";
  public static final String FAILS_ONCE = "fails once";
  public static final String WAITS = "waits";

  private final EventConsumer consumer;
  private final Notes notes;
  private final Outbox outbox;
  private final EventHandlers handlers =
      EventHandlers.builder().on(EventTypes.APPROVE, this::approve).build();
  private final Map<String, Boolean> failed = new ConcurrentHashMap<>();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  public SampleService(EventConsumer consumer, Notes notes, Outbox outbox) {
    this.consumer = consumer;
    this.notes = notes;
    this.outbox = outbox;
  }

  @Incoming("commands")
  @Blocking
  public void on(ConsumerRecord<byte[], byte[]> record) {
    consumer.consume(record, handlers);
  }

  /** Returns when a handler waits. */
  public void awaitEntered() throws InterruptedException {
    entered.await();
  }

  public void release() {
    released.countDown();
  }

  private void approve(Event<Command> event) {
    Command command = event.data();
    notes.add(command.deploymentId(), event.id(), command.reason());
    outbox.publish(
        OutgoingEvent.of(
            EventTypes.COMMAND_ACCEPTED,
            command.deploymentId(),
            command.deploymentId(),
            new CommandAnswer(command.deploymentId(), event.id(), "approve", "noted")));
    misbehave(event.id(), String.valueOf(command.reason()));
  }

  private void misbehave(String id, String reason) {
    switch (reason) {
      case POISON -> throw new PoisonEventException("This command is poison");
      case BUG -> throw new NullPointerException("a bug in the handler");
      case FAILS_ONCE -> {
        if (failed.putIfAbsent(id, true) == null) {
          throw new IllegalStateException("a failure that passes");
        }
      }
      case WAITS -> await();
      default -> {
        // Well-behaved.
      }
    }
  }

  private void await() {
    entered.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
