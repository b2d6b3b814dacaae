package io.stillwater.validator.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckRunner;
import io.stillwater.checks.CheckSpec;
import io.stillwater.checks.CheckStatus;
import io.stillwater.lakehouse.CatalogSettings;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.engine.EmbeddedEngine;
import io.stillwater.lakehouse.engine.EngineSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimedChecksTest {
  private static final CheckSpec SCHEMA =
      CheckSpec.of("s1", "backup_status", "lake.sales.orders", Map.of());

  @Test
  void aCatalogThatNeverAnswersIsLeftBehindAtTheDeadline() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Catalogs catalogs = new Catalogs(List.of(catalogAt(silent)))) {
      // Given
      TimedChecks timed = timed(catalogs);
      Instant deadline = Instant.now().plusSeconds(1);

      // When
      List<CheckResult> results = timed.run(List.of(SCHEMA), CheckContext.none(), deadline);

      // Then
      assertThat(results)
          .singleElement()
          .satisfies(
              result -> {
                assertThat(result.status()).isEqualTo(CheckStatus.UNKNOWN);
                assertThat(result.retryable()).isFalse();
                assertThat(result.detail()).contains("until the deadline at " + deadline);
              });
      assertThat(Instant.now()).isAfterOrEqualTo(deadline);
    }
  }

  @Test
  void nothingIsReadWhenTheDeadlineHasPassed() {
    try (Catalogs catalogs = new Catalogs(List.of())) {
      // When
      List<CheckResult> results =
          timed(catalogs).run(List.of(SCHEMA), CheckContext.none(), Instant.EPOCH);

      // Then
      assertThat(results).singleElement().matches(r -> r.status() == CheckStatus.UNKNOWN);
    }
  }

  private static TimedChecks timed(Catalogs catalogs) {
    Clock clock = Clock.systemUTC();
    EmbeddedEngine engine = new EmbeddedEngine(EngineSettings.defaults());
    return new TimedChecks(new CheckRunner(catalogs, engine, clock), clock);
  }

  private static CatalogSettings catalogAt(ServerSocket socket) {
    String uri = "jdbc:postgresql://localhost:" + socket.getLocalPort() + "/lake";
    return new CatalogSettings(
        "lake", CatalogType.JDBC, uri, "nobody", "", "file:///nowhere", Map.of());
  }
}
