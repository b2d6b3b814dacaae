package io.stillwater.planner.evidence.trino;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stillwater.planner.Lake;
import io.stillwater.planner.PlannerTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views as an engine lists them, in the shape of Trino's client protocol. */
@PlannerTest
class TrinoViewsTest {
  private final Lake lake;
  private final TrinoViews views;
  private HttpServer engine;
  private String listed = "";
  private String asked;

  @Inject
  TrinoViewsTest(Lake lake, TrinoViews views) {
    this.lake = lake;
    this.views = views;
  }

  @BeforeEach
  void serve() throws IOException {
    engine = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    engine.createContext("/v1/statement", this::answer);
    engine.start();
  }

  @AfterEach
  void stop() {
    engine.stop(0);
  }

  @Test
  void aViewStandsOnWhatItsTextNamesUntilItIsNotListedAnyMore() throws Exception {
    // Given
    String table = lake.createTable();
    String name = table.substring(table.lastIndexOf('.') + 1);
    listed =
        """
        ["VIEW", "sales", "names", "SELECT fname FROM %s"],
        ["VIEW", "other", "ids", "SELECT x.id FROM sales.%s AS x"],
        ["MATERIALIZED_VIEW", "sales", "everything", "SELECT * FROM %s"],
        ["VIEW", "sales", "hidden", null]
        """
            .formatted(name, name, table);

    // When
    views.read(url(), "lake");

    // Then
    assertThat(readers(table))
        .containsExactlyInAnyOrder("lake.sales.names", "lake.sales.everything");
    assertThat(asked).contains("\"lake\".information_schema.views");

    // When
    listed = "[\"VIEW\", \"sales\", \"names\", \"SELECT id FROM %s\"]".formatted(name);
    views.read(url(), "lake");

    // Then
    assertThat(readers(table)).isEmpty();
  }

  private static List<String> readers(String table) {
    return given()
        .queryParam("table", table)
        .queryParam("column", "fname")
        .get("/evidence")
        .then()
        .statusCode(200)
        .extract()
        .path("items.name");
  }

  private String url() {
    return "http://localhost:" + engine.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    byte[] body = ("{\"data\": [" + listed + "]}").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
