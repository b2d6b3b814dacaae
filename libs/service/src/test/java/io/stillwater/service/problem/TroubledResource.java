package io.stillwater.service.problem;

import io.smallrye.common.annotation.Blocking;
import io.stillwater.events.release.DocumentError;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;

/** Fails in every way in which a request can fail. */
@Path("/trouble")
@Blocking
public class TroubledResource {
  /** What is asked. */
  public record Question(int number, Instant at) {}

  @GET
  @Path("found-by-us")
  public String ours() {
    throw ProblemException.notFound("there is no x; ask for y");
  }

  @GET
  @Path("document")
  public String document() {
    throw ProblemException.invalid(List.of(new DocumentError("spec.tables", "is missing")));
  }

  @GET
  @Path("unexpected")
  public String unexpected() {
    throw new IllegalStateException("the secret is 42");
  }

  @POST
  public Question echo(Question question) {
    return question;
  }
}
