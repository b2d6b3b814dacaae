package io.stillwater.planner.evidence.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against answers in the shape of Trino's client protocol. */
class TrinoQueryTest {
  private record Answer(int status, String body) {}

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final Deque<String> asked = new ArrayDeque<>();
  private HttpServer server;
  private String url;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    url = "http://localhost:" + server.getAddress().getPort();
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void rowsOfEveryPageAreRead() throws Exception {
    // Given
    answers.add(new Answer(200, "{\"id\":\"q\",\"nextUri\":\"" + url + "/1\",\"stats\":{}}"));
    answers.add(new Answer(503, ""));
    answers.add(
        new Answer(
            200,
            "{\"nextUri\":\""
                + url
                + "/2\",\"columns\":[],\"data\":[[\"VIEW\",\"s\",\"v\",null]]}"));
    answers.add(new Answer(200, "{\"data\":[[\"VIEW\",\"s\",\"w\",\"SELECT 1\"]]}"));

    // When
    List<List<String>> rows = new TrinoQuery(url + "/", "me", "secret").rows("SELECT 1");

    // Then
    assertThat(rows)
        .containsExactly(
            Arrays.asList("VIEW", "s", "v", null), List.of("VIEW", "s", "w", "SELECT 1"));
    assertThat(asked)
        .first()
        .isEqualTo("POST /v1/statement me stillwater-evidence Basic bWU6c2VjcmV0");
  }

  @Test
  void aQueryThatFailsSaysWhy() {
    // Given
    answers.add(
        new Answer(
            200,
            "{\"error\":{\"message\":\"no such catalog\",\"errorName\":\"CATALOG_NOT_FOUND\"}}"));

    // When, Then
    assertThatThrownBy(() -> new TrinoQuery(url, "me", null).rows("SELECT 1"))
        .isInstanceOf(IOException.class)
        .hasMessage("CATALOG_NOT_FOUND: no such catalog");
  }

  @Test
  void anAnswerThatIsNoneOfTrinoIsSaid() {
    // Given
    answers.add(new Answer(401, "denied"));

    // When, Then
    assertThatThrownBy(() -> new TrinoQuery(url, "me", null).rows("SELECT 1"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("answered 401");
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("X-Trino-User")
            + " "
            + exchange.getRequestHeaders().getFirst("X-Trino-Source")
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    Answer next = answers.remove();
    byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(next.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
