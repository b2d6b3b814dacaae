package io.stillwater.catalogs.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stillwater.planning.environment.EngineInUse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Asks engines for their versions. What runs goes before what was declared; library versions no
 * engine tells, so they are always as declared.
 */
public final class EngineDiscovery {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where an engine says its version, and how its answer points there. */
  private static final Map<String, Source> SOURCES =
      Map.of(
          "trino", new Source("/v1/info", "/nodeVersion/version"),
          "spark", new Source("/api/v1/version", "/spark"));

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  public DiscoveredEngines discover(List<EngineInUse> declared) {
    List<EngineInUse> engines = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (EngineInUse engine : declared) {
      try {
        engines.add(
            new EngineInUse(engine.name(), engine.url(), version(engine), engine.libraries()));
      } catch (IOException | IllegalArgumentException e) {
        engines.add(engine);
        if (engine.version() == null) {
          problems.add(problem(engine, e.getMessage()));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while asking " + engine.url(), e);
      }
    }
    return new DiscoveredEngines(engines, problems);
  }

  private static String problem(EngineInUse engine, String reason) {
    return "Engine %s: %s; write its version, or a url that answers"
        .formatted(engine.name(), reason);
  }

  private String version(EngineInUse engine) throws IOException, InterruptedException {
    Source source = source(engine.name());
    if (source == null || engine.url() == null) {
      throw new IllegalArgumentException("there is no address to ask for its version");
    }
    URI address = URI.create(withoutSlash(engine.url()) + source.path());
    if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
      throw new IllegalArgumentException(
          engine.url() + " tells no version over HTTP, as the web interface does");
    }
    HttpRequest request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
    HttpResponse<String> response;
    try {
      response = http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IOException(address + " does not answer (" + e.getClass().getSimpleName() + ")", e);
    }
    if (response.statusCode() != 200) {
      throw new IOException(address + " answered " + response.statusCode());
    }
    return version(address, JSON.readTree(response.body()).at(source.pointer()));
  }

  /** An environment may have several of a kind: {@code trino-blue}, {@code trino-green}. */
  private static Source source(String engine) {
    String name = engine.toLowerCase(Locale.ROOT);
    return SOURCES.entrySet().stream()
        .filter(source -> name.contains(source.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static String version(URI address, JsonNode found) throws IOException {
    if (!found.isTextual() || found.asText().isBlank()) {
      throw new IOException(address + " answered without a version");
    }
    return found.asText();
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private record Source(String path, String pointer) {}
}
