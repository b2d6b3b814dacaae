package io.stillwater.planner.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.stillwater.events.Event;
import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentEvent.StepRef;
import io.stillwater.messaging.EventConsumer;
import io.stillwater.messaging.EventHandlers;
import io.stillwater.planner.contractions.ContractionProgress;
import io.stillwater.planner.persistence.ContractionBlocks;
import io.stillwater.planner.persistence.Requests;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Follows the deployments: plans anew where the base of a plan has moved, and counts grace periods
 * from the end of each.
 */
@ApplicationScoped
public class DeploymentConsumer {
  private final EventConsumer consumer;
  private final Replanning replanning;
  private final Requests requests;
  private final ContractionBlocks blocks;
  private final ContractionProgress contractions;
  private final EventHandlers handlers =
      EventHandlers.builder()
          .on(EventTypes.PLAN_STALE, this::stale)
          .on(EventTypes.DEPLOYMENT_STARTED, this::started)
          .on(EventTypes.STATE_CHANGED, this::changed)
          .on(EventTypes.DEPLOYMENT_COMPLETED, this::completed)
          .on(EventTypes.DEPLOYMENT_ROLLED_BACK, this::rolledBack)
          .build();

  DeploymentConsumer(
      EventConsumer consumer,
      Replanning replanning,
      Requests requests,
      ContractionBlocks blocks,
      ContractionProgress contractions) {
    this.consumer = consumer;
    this.replanning = replanning;
    this.requests = requests;
    this.blocks = blocks;
    this.contractions = contractions;
  }

  @Incoming("deployments")
  @Blocking
  void on(ConsumerRecord<byte[], byte[]> record) {
    consumer.consume(record, handlers);
  }

  private void stale(Event<DeploymentEvent> event) {
    replanning.replan(event.data().deploymentId(), event.id(), event.data().reason());
  }

  private void started(Event<DeploymentEvent> event) {
    contractions.changed(event.data());
  }

  private void changed(Event<DeploymentEvent> event) {
    contractions.changed(event.data());
    DeploymentEvent change = event.data();
    StepRef step = change.step();
    if (step != null && step.conflicts() != null) {
      blocks.noted(
          change.deploymentId(), step.id(), step.target(), step.conflicts(), change.reason());
    }
  }

  private void completed(Event<DeploymentEvent> event) {
    requests.completed(event.data().deploymentId(), event.data().at());
  }

  private void rolledBack(Event<DeploymentEvent> event) {
    requests.rolledBack(event.data().deploymentId());
    contractions.rolledBack(event.data());
  }
}
