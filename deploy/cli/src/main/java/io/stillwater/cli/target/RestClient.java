package io.stillwater.cli.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.events.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP with one service. */
public final class RestClient {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
  private final URI base;

  public RestClient(URI base) {
    this.base = base;
  }

  /**
   * @param path with its query, relative to the service's address
   * @throws CliException when the service does not answer, or answers with an error
   */
  public JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  public JsonNode post(String path, JsonNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    String root = base.toString().replaceFirst("/+$", "");
    return HttpRequest.newBuilder(URI.create(root + path))
        .timeout(LIMIT)
        .header("Accept", "application/json");
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw refused(request, response);
      }
      return EventJson.MAPPER.readTree(response.body());
    } catch (IOException e) {
      throw new CliException(
          ExitCodes.ERROR, "No usable answer from %s: %s".formatted(request.uri(), reason(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCodes.ERROR, "Interrupted while asking " + request.uri());
    }
  }

  private static CliException refused(HttpRequest request, HttpResponse<byte[]> response)
      throws IOException {
    String problem = "";
    if (response.headers().firstValue("Content-Type").orElse("").contains("json")) {
      JsonNode body = EventJson.MAPPER.readTree(response.body());
      problem = body.path("detail").asText(body.path("title").asText());
    }
    return new CliException(
        ExitCodes.ERROR,
        problem.isBlank()
            ? "%s answers %d".formatted(request.uri(), response.statusCode())
            : problem);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
