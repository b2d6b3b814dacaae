package io.stillwater.planner.evidence.trino;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.stillwater.planner.evidence.EvidenceJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A query through Trino's client protocol: {@code POST /v1/statement}, then {@code nextUri}. */
final class TrinoQuery {
  /** What the query's own event bears, so that it counts for nobody. */
  static final String SOURCE = "stillwater-evidence";

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration REQUEST = Duration.ofSeconds(30);
  private static final Duration WHOLE = Duration.ofMinutes(5);
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final long RETRY_MILLIS = 100;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final String url;
  private final String user;
  private final String password;

  /**
   * @param password null for none
   */
  TrinoQuery(String url, String user, String password) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.user = user;
    this.password = password;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Results(String nextUri, List<List<String>> data, Error error) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Error(String message, String errorName) {}

  /**
   * The rows, each value as text or null.
   *
   * @throws IOException when the engine does not answer, or the query fails
   */
  List<List<String>> rows(String sql) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + WHOLE.toNanos();
    List<List<String>> rows = new ArrayList<>();
    Results results =
        send(request(URI.create(url + "/v1/statement")).POST(BodyPublishers.ofString(sql)).build());
    while (true) {
      if (results.error() != null) {
        throw new IOException(results.error().errorName() + ": " + results.error().message());
      }
      if (results.data() != null) {
        rows.addAll(results.data());
      }
      if (results.nextUri() == null) {
        return rows;
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("no result within " + WHOLE);
      }
      results = send(request(URI.create(results.nextUri())).GET().build());
    }
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(REQUEST)
            .header("X-Trino-User", user)
            .header("X-Trino-Source", SOURCE);
    if (password != null) {
      byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
    return request;
  }

  private Results send(HttpRequest request) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + REQUEST.toNanos();
    while (true) {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() == OK) {
        return EvidenceJson.read(response.body(), Results.class);
      }
      if (response.statusCode() != UNAVAILABLE || System.nanoTime() > deadline) {
        throw new IOException(request.uri() + " answered " + response.statusCode());
      }
      Thread.sleep(RETRY_MILLIS);
    }
  }
}
