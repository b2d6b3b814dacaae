package io.stillwater.planner.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.stillwater.events.Event;
import io.stillwater.events.EventTypes;
import io.stillwater.messaging.EventConsumer;
import io.stillwater.messaging.EventHandlers;
import io.stillwater.planner.domain.ReleaseRequest;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Answers every {@code release.requested}: with a plan, a refusal or what is wrong with it. */
@ApplicationScoped
public class ReleaseConsumer {
  private final EventConsumer consumer;
  private final PatientPlanning planning;
  private final Answers answers;
  private final Clock clock;
  private final EventHandlers handlers =
      EventHandlers.builder().on(EventTypes.RELEASE_REQUESTED, this::requested).build();

  ReleaseConsumer(EventConsumer consumer, PatientPlanning planning, Answers answers, Clock clock) {
    this.consumer = consumer;
    this.planning = planning;
    this.answers = answers;
    this.clock = clock;
  }

  @Incoming("releases")
  @Blocking
  void on(ConsumerRecord<byte[], byte[]> record) {
    consumer.consume(record, handlers);
  }

  private void requested(Event<JsonNode> event) {
    ReleaseRequest request =
        ReleaseRequest.of(event.source(), event.id(), event.data().toString(), clock.instant());
    Parsed<Release> release = ReleaseDocuments.parse(event.data());
    if (release instanceof Parsed.Valid<Release> valid) {
      answers.answer(request, planning.plan(valid.value(), request.deploymentId(), event.id()));
    } else {
      answers.reject(request, event.data(), release.errors());
    }
  }
}
