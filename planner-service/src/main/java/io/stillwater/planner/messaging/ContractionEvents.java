package io.stillwater.planner.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventTypes;
import io.stillwater.events.command.Command;
import io.stillwater.events.contraction.ContractionEvent;
import io.stillwater.events.plan.Consumer;
import io.stillwater.messaging.Outbox;
import io.stillwater.messaging.OutgoingEvent;
import io.stillwater.planner.contractions.PendingContraction;
import io.stillwater.planner.domain.ContractionVerdict.Held;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells what becomes of contractions, in the caller's transaction. */
@ApplicationScoped
public class ContractionEvents {
  private static final String ACTOR = "planner";

  private final Outbox outbox;
  private final Clock clock;
  private final URI source;

  ContractionEvents(
      Outbox outbox, Clock clock, @ConfigProperty(name = "stillwater.service") String service) {
    this.outbox = outbox;
    this.clock = clock;
    this.source = URI.create("/stillwater/" + service);
  }

  /** Of the events that this service sends. */
  public URI source() {
    return source;
  }

  public void held(PendingContraction contraction, Held held) {
    publish(
        OutgoingEvent.of(
            EventTypes.CONTRACTION_HELD,
            contraction.deploymentId(),
            contraction.deploymentId(),
            event(contraction, held.reason(), held.consumers(), null)),
        contraction);
  }

  /** The release itself, as CI would send it, and the link to it. */
  public void requested(
      PendingContraction contraction,
      JsonNode document,
      String eventId,
      String contractionId,
      String reason) {
    publish(
        OutgoingEvent.of(
                EventTypes.RELEASE_REQUESTED,
                ReleaseKey.of(document, contractionId),
                contractionId,
                document)
            .withId(eventId)
            .withExtension(EventExtensions.ACTOR, ACTOR),
        contraction);
    publish(
        OutgoingEvent.of(
            EventTypes.CONTRACTION_REQUESTED,
            contraction.deploymentId(),
            contraction.deploymentId(),
            event(contraction, reason, List.of(), contractionId)),
        contraction);
  }

  /** Takes back a release of which nothing was done yet. */
  public void abort(PendingContraction contraction, String contractionId, String reason) {
    publish(
        OutgoingEvent.of(
                EventTypes.ABORT,
                contractionId,
                contractionId,
                new Command(contractionId, reason, ACTOR, null, null))
            .withExtension(EventExtensions.ACTOR, ACTOR),
        contraction);
  }

  private void publish(OutgoingEvent<?> event, PendingContraction contraction) {
    outbox.publish(
        event.withExtension(EventExtensions.ENVIRONMENT, contraction.release().environment()));
  }

  private ContractionEvent event(
      PendingContraction contraction,
      String reason,
      List<Consumer> consumers,
      String contractionId) {
    return new ContractionEvent(
        contraction.deploymentId(),
        contraction.release(),
        contraction.table(),
        contraction.changes(),
        contraction.due(),
        clock.instant(),
        reason,
        consumers,
        contractionId);
  }
}
