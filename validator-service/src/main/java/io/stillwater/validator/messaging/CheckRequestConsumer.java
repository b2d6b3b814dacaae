package io.stillwater.validator.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.stillwater.events.EventTypes;
import io.stillwater.messaging.EventConsumer;
import io.stillwater.messaging.EventHandlers;
import io.stillwater.validator.requests.CheckIntake;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes requests off the topic that the answers go to as well. */
@ApplicationScoped
class CheckRequestConsumer {
  private final EventConsumer consumer;
  private final EventHandlers handlers;

  CheckRequestConsumer(EventConsumer consumer, CheckIntake intake) {
    this.consumer = consumer;
    this.handlers = EventHandlers.builder().on(EventTypes.CHECK_REQUESTED, intake::accept).build();
  }

  @Incoming("checks")
  @Blocking
  void on(ConsumerRecord<byte[], byte[]> message) {
    consumer.consume(message, handlers);
  }
}
