package io.stillwater.executor.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.stillwater.events.EventTypes;
import io.stillwater.executor.gates.GateAnswers;
import io.stillwater.messaging.EventConsumer;
import io.stillwater.messaging.EventHandlers;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class CheckConsumer {
  private final EventConsumer consumer;
  private final EventHandlers handlers;

  CheckConsumer(EventConsumer consumer, GateAnswers answers) {
    this.consumer = consumer;
    this.handlers =
        EventHandlers.builder()
            .on(EventTypes.CHECK_COMPLETED, event -> answers.checkCompleted(event.data()))
            .on(EventTypes.VERDICT_REACHED, event -> answers.verdictReached(event.data()))
            .build();
  }

  @Incoming("checks")
  @Blocking
  void on(ConsumerRecord<byte[], byte[]> message) {
    consumer.consume(message, handlers);
  }
}
