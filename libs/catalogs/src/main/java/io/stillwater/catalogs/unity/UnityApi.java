package io.stillwater.catalogs.unity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Unity Catalog's REST interface, version 2.1: schemas, tables and credentials to read one. */
final class UnityApi {
  private static final String BASE = "/api/2.1/unity-catalog/";
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int NOT_FOUND = 404;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final String address;
  private final String token;

  /**
   * @param token null where the server asks for none
   */
  UnityApi(String address, String token) {
    this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    this.token = token;
  }

  List<JsonNode> schemas(String catalog) {
    return pages("schemas", "schemas?catalog_name=" + encoded(catalog));
  }

  List<JsonNode> tables(String catalog, String schema) {
    return pages(
        "tables",
        "tables?catalog_name=%s&schema_name=%s".formatted(encoded(catalog), encoded(schema)));
  }

  Optional<JsonNode> table(String catalog, String schema, String table) {
    return send(request("tables/" + encoded(catalog + "." + schema + "." + table)).GET());
  }

  /** Short-lived credentials for the table's files; empty where the server gives none. */
  Optional<JsonNode> credentials(String tableId) {
    BodyPublisher body =
        BodyPublishers.ofString(
            JSON.createObjectNode().put("table_id", tableId).put("operation", "READ").toString());
    return send(
        request("temporary-table-credentials")
            .header("Content-Type", "application/json")
            .POST(body));
  }

  /** A page may be empty and not the last: only a missing token ends the list. */
  private List<JsonNode> pages(String items, String path) {
    List<JsonNode> all = new ArrayList<>();
    String next = "";
    do {
      String page = next.isEmpty() ? path : path + "&page_token=" + encoded(next);
      JsonNode answer =
          send(request(page).GET())
              .orElseThrow(() -> new UnityException("%s: there is no %s".formatted(address, path)));
      answer.path(items).forEach(all::add);
      next = answer.path("next_page_token").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    return all;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + BASE + path)).timeout(LIMIT);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private Optional<JsonNode> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response =
          http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      if (response.statusCode() / 100 != 2) {
        throw new UnityException(
            "%s answered %d: %s"
                .formatted(request.uri(), response.statusCode(), message(response.body())));
      }
      return Optional.of(JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException("%s: %s".formatted(request.uri(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnityException("Interrupted while waiting for " + request.uri());
    }
  }

  private static String message(String body) {
    try {
      return JSON.readTree(body).path("message").asText(body);
    } catch (IOException e) {
      return body;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
