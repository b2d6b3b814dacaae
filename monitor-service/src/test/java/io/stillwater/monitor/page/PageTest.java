package io.stillwater.monitor.page;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.monitor.support.Deployment;
import io.stillwater.monitor.support.MonitorParts;
import io.stillwater.monitor.support.Monitored;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@MonitorParts
class PageTest {
  private static final int LIMIT = (int) Duration.ofSeconds(60).toMillis();

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @TestHTTPResource("/stream")
  URL stream;

  @Test
  void thePageNeedsNothingFromElsewhere() {
    get("/")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Content-Security-Policy", containsString("default-src 'self'"))
        .body(not(containsString("http://")))
        .body(not(containsString("https://")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "icon.svg",
        "css/frame.css",
        "css/parts.css",
        "js/main.js",
        "js/api.js",
        "js/dom.js",
        "js/format.js",
        "js/commands.js",
        "js/metrics.js",
        "js/deployment.js",
        "js/history.js"
      })
  void itsPartsAreServedAndParseNoMarkup(String part) {
    get("/" + part)
        .then()
        .statusCode(200)
        .body(not(containsString("innerHTML")))
        .body(not(containsString("document.write")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi"})
  void operatorsFindWhatTheyExpect(String path) {
    get(path).then().statusCode(200);
  }

  @Test
  void theStreamTellsOfADeploymentThatChanges() throws IOException {
    // Given
    Deployment deployment = Deployment.of("stream", null);
    HttpURLConnection browser = (HttpURLConnection) stream.openConnection();
    browser.setReadTimeout(LIMIT);
    try (Monitored monitor = new Monitored(bootstrapServers);
        BufferedReader news =
            new BufferedReader(
                new InputStreamReader(browser.getInputStream(), StandardCharsets.UTF_8))) {

      // When
      monitor.tell(deployment.started(Instant.now()));

      // Then
      assertThat(news.lines().anyMatch(line -> line.contains(deployment.id()))).isTrue();
    } finally {
      browser.disconnect();
    }
  }
}
