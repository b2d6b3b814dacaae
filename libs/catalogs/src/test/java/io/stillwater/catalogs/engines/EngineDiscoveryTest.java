package io.stillwater.catalogs.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.catalogs.fixture.Answers;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.testing.Ports;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the answers of Trino 476 and of Spark 3.5.5's web interface. */
class EngineDiscoveryTest {
  private final Answers answers = new Answers();

  @AfterEach
  void stop() {
    answers.close();
  }

  @Test
  void whatRunsGoesBeforeWhatWasDeclared() {
    // Given
    answers
        .with(
            "/v1/info",
            """
            {"nodeVersion":{"version":"476"},"environment":"test","coordinator":true,"starting":false,"uptime":"1.00m"}
            """)
        .with("/api/v1/version", "{\"spark\" : \"3.5.5\"}");
    Map<String, String> libraries = Map.of("iceberg", "1.10.0");

    // When
    DiscoveredEngines found =
        new EngineDiscovery()
            .discover(
                List.of(
                    new EngineInUse("trino", answers.url() + "/", "470", Map.of()),
                    new EngineInUse("spark", answers.url(), null, libraries)));

    // Then
    assertThat(found.problems()).isEmpty();
    assertThat(found.engines()).extracting(EngineInUse::version).containsExactly("476", "3.5.5");
    assertThat(found.engines().get(1).libraries()).isEqualTo(libraries);
  }

  @Test
  void anEngineThatDoesNotAnswerIsAsDeclared() {
    // Given
    String nobody = "http://localhost:" + Ports.free();
    EngineInUse trino = new EngineInUse("trino", nobody, "470", Map.of());
    EngineInUse flink = new EngineInUse("flink", null, "1.20.1", Map.of("iceberg", "1.9.2"));

    // When
    DiscoveredEngines found = new EngineDiscovery().discover(List.of(trino, flink));

    // Then
    assertThat(found.engines()).containsExactly(trino, flink);
    assertThat(found.problems()).isEmpty();
  }

  @Test
  void anEngineOfWhichNobodyKnowsTheVersionIsNamed() {
    // Given
    String nobody = "http://localhost:" + Ports.free();

    // When
    DiscoveredEngines found =
        new EngineDiscovery()
            .discover(
                List.of(
                    new EngineInUse("trino", nobody, null, Map.of()),
                    new EngineInUse("trino", answers.url(), null, Map.of()),
                    new EngineInUse("spark", "sc://spark:15002", null, Map.of())));

    // Then
    assertThat(found.engines()).hasSize(3);
    assertThat(found.problems()).hasSize(3);
    assertThat(found.problems().get(0))
        .contains("Engine trino", nobody + "/v1/info does not answer", "write its version");
    assertThat(found.problems().get(1)).contains("/v1/info answered 404");
    assertThat(found.problems().get(2)).contains("sc://spark:15002 tells no version");
  }
}
