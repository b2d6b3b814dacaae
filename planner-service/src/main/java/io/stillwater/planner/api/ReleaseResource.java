package io.stillwater.planner.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.planner.messaging.ReleasePublisher;
import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.json.JsonValues;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/releases")
public class ReleaseResource {
  private static final String WRAPPED = "release";

  private final ReleasePublisher publisher;

  ReleaseResource(ReleasePublisher publisher) {
    this.publisher = publisher;
  }

  @POST
  @Consumes({
    MediaType.APPLICATION_JSON,
    "application/yaml",
    "application/x-yaml",
    "text/yaml",
    MediaType.TEXT_PLAIN
  })
  @Operation(
      summary = "Asks for a release: publishes release.requested",
      description =
          "The body is the release document in JSON or YAML, alone or as the field release.")
  public Response request(byte[] body) {
    DocumentNode document = RequestDocuments.read(body);
    DocumentNode inner = unwrapped(document);
    JsonNode json = JsonValues.of(inner.value());
    // Errors of a text name line and column; those of an inner document would be wrong ones.
    List<Parsed<Release>> release =
        inner == document
            ? ReleaseDocuments.parse(RequestDocuments.text(body))
            : List.of(ReleaseDocuments.parse(json));
    Release valid = RequestDocuments.only(release, "the body");
    return Response.status(Status.ACCEPTED).entity(publisher.publish(json, valid)).build();
  }

  private static DocumentNode unwrapped(DocumentNode body) {
    if (body instanceof DocumentNode.Mapping mapping && mapping.fields().size() == 1) {
      return mapping.fields().getOrDefault(WRAPPED, body);
    }
    return body;
  }
}
