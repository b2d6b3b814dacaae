package io.stillwater.monitor.messaging;

import io.smallrye.common.annotation.Blocking;
import io.stillwater.events.EventTypes;
import io.stillwater.messaging.EventConsumer;
import io.stillwater.messaging.EventHandlers;
import io.stillwater.monitor.history.HistoryRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads everything that is said about deployments into the history. */
@ApplicationScoped
public class HistoryChannels {
  private final EventConsumer consumer;
  private final EventHandlers releases;
  private final EventHandlers plans;
  private final EventHandlers deployments;
  private final EventHandlers checks;
  private final EventHandlers commands;

  public HistoryChannels(EventConsumer consumer, HistoryRecorder history) {
    this.consumer = consumer;
    releases =
        EventHandlers.builder()
            .on(
                EventTypes.RELEASE_REJECTED,
                event -> history.on(event, event.data().deploymentId()))
            .build();
    plans =
        EventHandlers.builder()
            .on(EventTypes.PLAN_CREATED, event -> history.on(event, event.data().deploymentId()))
            .on(EventTypes.PLAN_REFUSED, event -> history.on(event, event.data().deploymentId()))
            .on(
                EventTypes.CONTRACTION_REQUESTED,
                event -> history.on(event, event.data().deploymentId()))
            .on(
                EventTypes.CONTRACTION_HELD,
                event -> history.on(event, event.data().deploymentId()))
            .build();
    deployments =
        EventHandlers.builder()
            .on(EventTypes.DEPLOYMENTS, event -> history.on(event, event.data().deploymentId()))
            .build();
    checks =
        EventHandlers.builder()
            .on(EventTypes.CHECK_REQUESTED, event -> history.on(event, event.data().deploymentId()))
            .on(EventTypes.CHECK_COMPLETED, event -> history.on(event, event.data().deploymentId()))
            .on(EventTypes.VERDICT_REACHED, event -> history.on(event, event.data().deploymentId()))
            .build();
    commands =
        EventHandlers.builder()
            .on(EventTypes.COMMANDS, event -> history.on(event, event.data().deploymentId()))
            .on(
                EventTypes.COMMAND_ACCEPTED,
                event -> history.on(event, event.data().deploymentId()))
            .on(
                EventTypes.COMMAND_REJECTED,
                event -> history.on(event, event.data().deploymentId()))
            .build();
  }

  @Incoming("releases")
  @Blocking
  void onRelease(ConsumerRecord<byte[], byte[]> message) {
    consumer.consume(message, releases);
  }

  @Incoming("plans")
  @Blocking
  void onPlan(ConsumerRecord<byte[], byte[]> message) {
    consumer.consume(message, plans);
  }

  @Incoming("deployments")
  @Blocking
  void onDeployment(ConsumerRecord<byte[], byte[]> message) {
    consumer.consume(message, deployments);
  }

  @Incoming("checks")
  @Blocking
  void onCheck(ConsumerRecord<byte[], byte[]> message) {
    consumer.consume(message, checks);
  }

  @Incoming("commands")
  @Blocking
  void onCommand(ConsumerRecord<byte[], byte[]> message) {
    consumer.consume(message, commands);
  }
}
