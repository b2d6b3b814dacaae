package io.stillwater.validator.work;

import static io.stillwater.validator.fixture.Asker.check;
import static io.stillwater.validator.fixture.Asker.request;
import static io.stillwater.validator.fixture.Asker.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.events.EventTypes;
import io.stillwater.testing.RealParts;
import io.stillwater.validator.domain.RequestKey;
import io.stillwater.validator.fixture.Asker;
import io.stillwater.validator.fixture.TestTables;
import io.stillwater.validator.persistence.CheckRequests;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "validator"))
class RetryTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject Asker asker;
  @Inject TestTables tables;
  @Inject CheckRequests requests;

  private final String deployment = Asker.newDeployment();
  private String orders;
  private Path metadata;
  private Path away;

  @BeforeEach
  void createATable() {
    orders = tables.create();
    metadata = tables.metadataFile(orders);
    away = metadata.resolveSibling("away");
  }

  @Test
  void aFailedReadIsTriedAgainWhileTheOtherResultsAreOut() throws IOException {
    // Given
    var pin = tables.pin(orders);
    Files.move(metadata, away);
    asker.ask(
        request(
            deployment,
            1,
            List.of(pin),
            check("s1", "schema", orders),
            check("s2", "schema", tables.create())));
    await().atMost(LIMIT).until(() -> attempts() >= 2);
    assertThat(asker.all(EventTypes.VERDICT_REACHED, deployment)).isEmpty();

    // When
    Files.move(away, metadata);

    // Then
    JsonNode verdict = asker.verdict(deployment);
    assertThat(verdict.path("checks").get(0).path("status").asText()).isEqualTo("PASS");
    assertThat(asker.all(EventTypes.CHECK_COMPLETED, deployment))
        .extracting(result -> Asker.data(result).path("checkId").asText())
        .containsExactly("s2", "s1");
  }

  @Test
  void aReadThatFailsUntilTheDeadlineIsUnknown() throws IOException {
    // Given
    var pin = tables.pin(orders);
    Files.move(metadata, away);
    Instant deadline = Instant.now().plusSeconds(3);

    // When
    asker.ask(until(request(deployment, 1, List.of(pin), check("s1", "schema", orders)), deadline));

    // Then
    JsonNode result = asker.verdict(deployment).path("checks").get(0);
    assertThat(result.path("status").asText()).isEqualTo("UNKNOWN");
    assertThat(result.path("detail").asText()).contains("could not be read", "metadata.json");
    assertThat(Instant.now()).isAfter(deadline);
  }

  private int attempts() {
    RequestKey key = new RequestKey(deployment, "POST", 1);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> requests.checks(key).stream().mapToInt(check -> check.attempts).max().orElse(0));
  }
}
