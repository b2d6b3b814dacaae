package io.stillwater.executor.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.stillwater.events.EventTypes;
import io.stillwater.executor.commands.CommandDesk;
import io.stillwater.messaging.EventConsumer;
import io.stillwater.messaging.EventHandlers;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class CommandConsumer {
  private final EventConsumer consumer;
  private final EventHandlers handlers;

  CommandConsumer(EventConsumer consumer, CommandDesk desk) {
    this.consumer = consumer;
    this.handlers = EventHandlers.builder().on(EventTypes.COMMANDS, desk::handle).build();
  }

  @Incoming("commands")
  @Blocking
  void on(ConsumerRecord<byte[], byte[]> message) {
    consumer.consume(message, handlers);
  }
}
