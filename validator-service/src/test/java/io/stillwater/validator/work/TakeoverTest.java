package io.stillwater.validator.work;

import static io.stillwater.validator.fixture.Asker.check;
import static io.stillwater.validator.fixture.Asker.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckSpec;
import io.stillwater.events.EventTypes;
import io.stillwater.events.check.CheckRequested;
import io.stillwater.events.check.CheckStatus;
import io.stillwater.service.work.Lease;
import io.stillwater.service.work.LeaseLostException;
import io.stillwater.testing.RealParts;
import io.stillwater.validator.domain.RequestKey;
import io.stillwater.validator.fixture.Asker;
import io.stillwater.validator.fixture.TestTables;
import io.stillwater.validator.persistence.CheckRequestRow;
import io.stillwater.validator.persistence.CheckRequests;
import io.stillwater.validator.persistence.RequestedCheckRow;
import io.stillwater.validator.requests.RequestConclusion;
import io.stillwater.validator.requests.RequestRecords;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a replica that was killed leaves behind is finished by another. */
@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "validator"))
class TakeoverTest {
  @Inject Asker asker;
  @Inject TestTables tables;
  @Inject CheckRequests requests;
  @Inject RequestRecords records;
  @Inject RequestConclusion conclusion;
  @Inject EntityManager entities;

  private final String deployment = Asker.newDeployment();
  private final RequestKey key = new RequestKey(deployment, "POST", 1);

  @Test
  void onlyTheChecksWithoutAResultAreMadeAndTheVerdictNamesAll() {
    // Given
    String orders = tables.create();
    CheckRequested request =
        request(
            deployment,
            1,
            List.of(tables.pin(orders)),
            check("s1", "schema", "lake.sales.gone_meanwhile"),
            check("s2", "schema", orders));

    // When
    QuarkusTransaction.requiringNew().run(() -> leftByAKilledReplica(request, "1 second"));

    // Then
    JsonNode verdict = asker.verdict(deployment);
    assertThat(verdict.path("action").asText()).isEqualTo("PROCEED");
    assertThat(verdict.path("checks")).hasSize(2);
    assertThat(asker.all(EventTypes.CHECK_COMPLETED, deployment))
        .extracting(result -> Asker.data(result).path("checkId").asText())
        .containsExactly("s2");
    assertThat(asker.all(EventTypes.VERDICT_REACHED, deployment)).hasSize(1);
  }

  @Test
  void aReplicaThatLostItsLeaseRecordsNothing() {
    // Given
    CheckRequested request =
        request(deployment, 1, List.of(), check("s1", "schema", null), check("s2", "schema", null));
    QuarkusTransaction.requiringNew().run(() -> leftByAKilledReplica(request, "1 hour"));
    Lease<RequestKey> lost = new Lease<>(key, 0);
    CheckSpec spec = CheckSpec.of("s2", "schema", null, Map.of());

    // When / Then
    assertThatThrownBy(
            () -> records.record(lost, List.of(CheckResult.unknown(spec, "late", Duration.ZERO))))
        .isInstanceOf(LeaseLostException.class);
    assertThatThrownBy(() -> conclusion.conclude(lost)).isInstanceOf(LeaseLostException.class);
    assertThat(records.load(key).pending()).extracting(CheckSpec::id).containsExactly("s2");
  }

  /** The first check has its result, which was published; the lease still stands. */
  private void leftByAKilledReplica(CheckRequested request, String lease) {
    CheckRequestRow row = CheckRequestRow.of(key, request);
    row.causationId = "request";
    row.receivedAt = Instant.now();
    row.deadlineAt = row.receivedAt.plusSeconds(300);
    requests.claim(row);
    entities
        .createNativeQuery(
            "UPDATE check_request SET lease_owner = 'killed', lease_token = 1,"
                + " next_attempt_at = received_at,"
                + " lease_until = clock_timestamp() + CAST(:lease AS interval)"
                + " WHERE deployment_id = :deployment")
        .setParameter("lease", lease)
        .setParameter("deployment", deployment)
        .executeUpdate();
    RequestedCheckRow done = RequestedCheckRow.of(key, 0, request.checks().get(0));
    done.status = CheckStatus.PASS;
    done.durationMs = 5L;
    requests.add(done);
    requests.add(RequestedCheckRow.of(key, 1, request.checks().get(1)));
  }
}
