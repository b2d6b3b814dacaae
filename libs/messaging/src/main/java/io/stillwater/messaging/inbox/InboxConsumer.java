package io.stillwater.messaging.inbox;

import io.cloudevents.CloudEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stillwater.events.Event;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.messaging.Backoff;
import io.stillwater.messaging.CurrentEvent;
import io.stillwater.messaging.EventConsumer;
import io.stillwater.messaging.EventHandlers;
import io.stillwater.messaging.PoisonEventException;
import io.stillwater.messaging.cloudevents.CloudEventReader;
import io.stillwater.messaging.cloudevents.EventDecoder;
import io.stillwater.messaging.cloudevents.UnreadableEventException;
import io.stillwater.messaging.deadletter.DeadLetters;
import io.stillwater.messaging.drain.InFlight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Hands each event to its handler once, in one transaction with the claim of the inbox. */
@ApplicationScoped
class InboxConsumer implements EventConsumer {
  private static final Logger LOG = Logger.getLogger(InboxConsumer.class);

  private final CloudEventReader reader = new CloudEventReader();
  private final EventDecoder decoder = new EventDecoder();
  private final Inbox inbox;
  private final DeadLetters deadLetters;
  private final InFlight inFlight;
  private final EventMeters meters;
  private final InboxConfig config;
  private final Backoff backoff;

  InboxConsumer(
      Inbox inbox,
      DeadLetters deadLetters,
      InFlight inFlight,
      EventMeters meters,
      InboxConfig config) {
    this.inbox = inbox;
    this.deadLetters = deadLetters;
    this.inFlight = inFlight;
    this.meters = meters;
    this.config = config;
    this.backoff = new Backoff(config.firstRetry(), config.maxRetry());
  }

  @Override
  public void consume(ConsumerRecord<byte[], byte[]> record, EventHandlers handlers) {
    inFlight.enter();
    try {
      if (record.value() == null) {
        meters.ignored(IgnoredBecause.TOMBSTONE);
        return;
      }
      CloudEvent event = reader.read(record);
      Optional<EventType<?>> type = EventTypes.find(event.getType());
      if (type.isEmpty()) {
        meters.ignored(IgnoredBecause.UNKNOWN_TYPE);
      } else if (!handlers.handles(type.get())) {
        meters.ignored(IgnoredBecause.NOT_CONSUMED);
      } else {
        handleUntilDone(decoder.decode(type.get(), event, record), handlers);
      }
    } catch (UnreadableEventException | PoisonEventException e) {
      bury(record, e.getMessage());
    } finally {
      inFlight.leave();
    }
  }

  private void handleUntilDone(Event<?> event, EventHandlers handlers) {
    for (int failures = 1; ; failures++) {
      try {
        if (handleOnce(event, handlers)) {
          meters.handled(event.type());
        } else {
          meters.duplicate();
        }
        return;
      } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
        rethrowPoison(e);
        if (failures >= config.permanentFailureAttempts() && PermanentFailures.contains(e)) {
          LOG.errorf(e, "Handler of %s %s failed for good", event.type(), event.id());
          throw new PoisonEventException(
              "The handler failed %d times: %s".formatted(failures, e), e);
        }
        LOG.warnf(
            e, "Handler of %s %s failed (%d), is retried", event.type(), event.id(), failures);
        inFlight.pause(backoff.after(failures));
      }
    }
  }

  /** Returns false for a duplicate. */
  private boolean handleOnce(Event<?> event, EventHandlers handlers) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              if (!inbox.claim(event)) {
                return false;
              }
              CurrentEvent.during(event, () -> handlers.handle(event));
              return true;
            });
  }

  /** A transaction interceptor may have wrapped what the handler threw. */
  private static void rethrowPoison(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PoisonEventException poison) {
        throw poison;
      }
    }
  }

  /** The record is done with only when the dead letter is acknowledged. */
  private void bury(ConsumerRecord<byte[], byte[]> record, String reason) {
    for (int failures = 1; ; failures++) {
      try {
        deadLetters.send(record, reason);
        meters.deadLetter(record.topic());
        return;
      } catch (KafkaException e) {
        LOG.warnf(
            e,
            "Dead letter of %s-%d@%d not accepted (%d), is retried",
            record.topic(),
            record.partition(),
            record.offset(),
            failures);
        inFlight.pause(backoff.after(failures));
      }
    }
  }
}
