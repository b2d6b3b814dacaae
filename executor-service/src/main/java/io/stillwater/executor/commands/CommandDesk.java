package io.stillwater.executor.commands;

import io.stillwater.events.Event;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.command.Command;
import io.stillwater.events.command.CommandAnswer;
import io.stillwater.executor.domain.CommandRules;
import io.stillwater.executor.domain.CommandRules.Circumstances;
import io.stillwater.executor.domain.Decision;
import io.stillwater.executor.domain.Resources;
import io.stillwater.executor.domain.Verb;
import io.stillwater.executor.persistence.Deployments;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.messaging.Outbox;
import io.stillwater.messaging.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides on commands and answers each; what they start is done by the machine. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CommandDesk {
  private static final String PREFIX = "command.";

  private final Deployments deployments;
  private final CommandEffects effects;
  private final Outbox outbox;

  CommandDesk(Deployments deployments, CommandEffects effects, Outbox outbox) {
    this.deployments = deployments;
    this.effects = effects;
    this.outbox = outbox;
  }

  public void handle(Event<Command> event) {
    Verb verb = Verb.of(event.type().shortName().substring(PREFIX.length()));
    Optional<TrackedDeployment> found = deployments.lock(event.data().deploymentId());
    if (found.isEmpty()) {
      reject(event, verb, "there is no deployment " + event.data().deploymentId());
      return;
    }
    TrackedDeployment tracked = found.get();
    Optional<String> foreign = foreignScope(event.data(), tracked);
    if (foreign.isPresent()) {
      reject(event, verb, foreign.get());
      return;
    }
    Optional<String> unauthorised = unauthorised(event, verb, tracked);
    if (unauthorised.isPresent()) {
      reject(event, verb, unauthorised.get());
      return;
    }
    Decision decision =
        CommandRules.decide(
            verb,
            Boolean.TRUE.equals(event.data().full()),
            why(event, verb),
            tracked.deployment(),
            circumstances(tracked));
    if (decision instanceof Decision.Accepted accepted) {
      answer(EventTypes.COMMAND_ACCEPTED, event, verb, accepted.reason());
      effects.apply(tracked, accepted, why(event, verb));
    } else {
      reject(event, verb, decision.reason());
    }
  }

  private static Circumstances circumstances(TrackedDeployment tracked) {
    return new Circumstances(
        tracked.stepRunning(),
        tracked.course().anythingDone(),
        tracked.row().rollbackUntil,
        Instant.now());
  }

  /** A command always acts on the whole deployment; a part that it does not have is a mistake. */
  private static Optional<String> foreignScope(Command command, TrackedDeployment tracked) {
    if (command.scope() == null) {
      return Optional.empty();
    }
    return Stream.of(command.scope().component(), command.scope().table())
        .filter(Objects::nonNull)
        .filter(part -> !Resources.of(tracked.plan()).contains(part))
        .findFirst()
        .map(part -> "the deployment does not touch " + part + ", which the scope names");
  }

  /** Who approves is as the command says: who may send commands is the broker's to guard. */
  private static Optional<String> unauthorised(
      Event<Command> event, Verb verb, TrackedDeployment tracked) {
    List<String> approvers =
        tracked.plan().policy() == null ? List.of() : tracked.plan().policy().approvers();
    String actor = actor(event);
    return verb != Verb.APPROVE || approvers.isEmpty() || approvers.contains(actor)
        ? Optional.empty()
        : Optional.of(
            "plans of risk %s are approved by %s, not by %s"
                .formatted(tracked.plan().risk(), String.join(" or ", approvers), actor));
  }

  private static String actor(Event<Command> event) {
    return Objects.requireNonNullElse(
        event.data().actor(), event.extensions().getOrDefault(EventExtensions.ACTOR, "somebody"));
  }

  private static String why(Event<Command> event, Verb verb) {
    String actor = actor(event);
    String reason = event.data().reason();
    return "%s by %s%s".formatted(verb.word(), actor, reason == null ? "" : ": " + reason);
  }

  private void reject(Event<Command> event, Verb verb, String reason) {
    answer(EventTypes.COMMAND_REJECTED, event, verb, reason);
  }

  private void answer(
      EventType<CommandAnswer> type, Event<Command> event, Verb verb, String reason) {
    String id = event.data().deploymentId();
    CommandAnswer answer = new CommandAnswer(id, event.id(), verb.word(), reason);
    outbox.publish(OutgoingEvent.of(type, id, id, answer).causedBy(event));
  }
}
