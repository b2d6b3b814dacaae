package io.stillwater.executor.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventTypes;
import io.stillwater.executor.intake.PlanIntake;
import io.stillwater.messaging.EventConsumer;
import io.stillwater.messaging.EventHandlers;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class PlanConsumer {
  private final EventConsumer consumer;
  private final EventHandlers handlers;

  PlanConsumer(EventConsumer consumer, PlanIntake intake) {
    this.consumer = consumer;
    this.handlers =
        EventHandlers.builder()
            .on(
                EventTypes.PLAN_CREATED,
                event ->
                    intake.created(
                        event.data(), event.extensions().get(EventExtensions.TRACEPARENT)))
            .on(EventTypes.PLAN_REFUSED, event -> intake.refused(event.data()))
            .build();
  }

  @Incoming("plans")
  @Blocking
  void on(ConsumerRecord<byte[], byte[]> message) {
    consumer.consume(message, handlers);
  }
}
