package io.stillwater.monitor.api;

import io.smallrye.common.annotation.Blocking;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.command.Command;
import io.stillwater.messaging.Outbox;
import io.stillwater.messaging.OutgoingEvent;
import io.stillwater.monitor.persistence.DeploymentRepository;
import io.stillwater.service.problem.ProblemException;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Puts commands on the command topic, where every other client puts them too. */
@Path("/deployments/{id}/commands")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class CommandsResource {
  private final DeploymentRepository deployments;
  private final Outbox outbox;
  private final Validator validator;

  public CommandsResource(DeploymentRepository deployments, Outbox outbox, Validator validator) {
    this.deployments = deployments;
    this.outbox = outbox;
    this.validator = validator;
  }

  @POST
  @Transactional
  @Operation(summary = "Publishes a command; the executor accepts or rejects it")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = CommandTaken.class)))
  public Response post(@PathParam("id") String id, CommandRequest request) {
    EventType<Command> type = type(valid(request));
    if (deployments.view(id).isEmpty()) {
      throw UnknownDeployment.of(id);
    }
    Command command =
        new Command(id, request.reason(), request.actor(), request.scope(), request.full());
    OutgoingEvent<Command> event =
        OutgoingEvent.of(type, id, id, command)
            .withExtension(EventExtensions.ACTOR, request.actor());
    outbox.publish(event);
    return Response.status(Status.ACCEPTED).entity(new CommandTaken(event.id(), id)).build();
  }

  private CommandRequest valid(CommandRequest request) {
    if (request == null) {
      throw ProblemException.badRequest(
          "A body is needed: {\"command\": \"…\", \"reason\": \"…\"}");
    }
    Set<ConstraintViolation<CommandRequest>> violations = validator.validate(request);
    if (!violations.isEmpty()) {
      throw ProblemException.badRequest(
          violations.stream()
              .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
              .sorted()
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private static EventType<Command> type(CommandRequest request) {
    return EventTypes.COMMANDS.stream()
        .filter(type -> type.shortName().equals("command." + request.command()))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badRequest(
                    "command \""
                        + request.command()
                        + "\" is not known; use one of "
                        + EventTypes.COMMANDS.stream()
                            .map(type -> type.shortName().substring("command.".length()))
                            .collect(Collectors.joining(", "))));
  }
}
