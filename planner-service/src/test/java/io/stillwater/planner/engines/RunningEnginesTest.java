package io.stillwater.planner.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.environment.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningEnginesTest {
  private static final Duration EVERY = Duration.ofMinutes(5);

  private HttpServer server;
  private volatile String version = "476";
  private Instant now = Instant.parse("2026-06-03T12:00:00Z");

  private final RunningEngines engines = new RunningEngines(() -> EVERY, new Steps());

  @BeforeEach
  void startAnEngine() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/info",
        exchange -> {
          byte[] body =
              "{\"nodeVersion\": {\"version\": \"%s\"}}"
                  .formatted(version)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopIt() {
    server.stop(0);
  }

  @Test
  void whatRunsGoesBeforeWhatWasDeclared() {
    // When
    Environment found = engines.of(environment("470"));

    // Then
    assertThat(found.engines()).extracting(EngineInUse::version).containsExactly("476");
  }

  @Test
  void anAnswerStandsForAWhileAndIsThenAskedForAnew() {
    // Given
    engines.of(environment(null));
    version = "483";

    // When
    Environment soon = engines.of(environment(null));
    now = now.plus(EVERY);
    Environment later = engines.of(environment(null));

    // Then
    assertThat(soon.engines()).extracting(EngineInUse::version).containsExactly("476");
    assertThat(later.engines()).extracting(EngineInUse::version).containsExactly("483");
  }

  @Test
  void oneThatDoesNotAnswerCountsAsDeclared() {
    // Given
    Environment declared = environment("470");
    server.stop(0);

    // When
    Environment found = engines.of(declared);

    // Then
    assertThat(found.engines()).isEqualTo(declared.engines());
  }

  private Environment environment(String declared) {
    String url = "http://localhost:" + server.getAddress().getPort();
    return Environment.withoutFile("production")
        .withEngines(List.of(new EngineInUse("trino-blue", url, declared, Map.of())));
  }

  /** Stands still until it is moved. */
  private final class Steps extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
