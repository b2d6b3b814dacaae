package io.stillwater.validator.messaging;

import static io.stillwater.validator.fixture.Asker.check;
import static io.stillwater.validator.fixture.Asker.data;
import static io.stillwater.validator.fixture.Asker.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.events.EventTypes;
import io.stillwater.events.check.CheckRequested;
import io.stillwater.events.plan.Pin;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.RealParts;
import io.stillwater.testing.ReceivedRecord;
import io.stillwater.validator.fixture.Asker;
import io.stillwater.validator.fixture.TestTables;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "validator"))
class CheckRequestConsumerTest {
  @Inject Asker asker;
  @Inject TestTables tables;

  private final String deployment = Asker.newDeployment();
  private String orders;

  @BeforeEach
  void createATable() {
    orders = tables.create();
  }

  @Test
  void aTableAsPlannedProceeds() {
    // Given
    EventRecord asked =
        asker.ask(
            request(
                deployment,
                1,
                List.of(tables.pin(orders)),
                check("s1", "schema_compatibility", orders),
                check("s2", "schema", orders)));

    // When
    ReceivedRecord verdict = asker.awaitVerdict(deployment, 1);

    // Then
    assertThat(data(verdict).path("action").asText()).isEqualTo("PROCEED");
    assertThat(data(verdict).path("reason").asText()).isEqualTo("2 checks passed");
    assertThat(data(verdict).path("checks")).hasSize(2);
    assertThat(verdict.subject()).isEqualTo(deployment);
    assertThat(verdict.header("ce_causationid")).contains(asked.id());
    assertThat(verdict.header("ce_environment")).contains("production");
    List<ReceivedRecord> results = asker.all(EventTypes.CHECK_COMPLETED, deployment);
    assertThat(results)
        .extracting(result -> data(result).path("checkId").asText())
        .containsExactly("s1", "s2");
    assertThat(results)
        .allSatisfy(
            result -> {
              assertThat(data(result).path("status").asText()).isEqualTo("PASS");
              assertThat(data(result).path("evidence").asText()).isNotBlank();
              assertThat(result.offset()).isLessThan(verdict.offset());
            });
  }

  @Test
  void aBreachRollsBackAndAQualityTestKeepsItsStage() {
    // Given
    JsonNode columns = JsonNodeFactory.instance.arrayNode().add("id");
    asker.ask(
        request(
            deployment,
            1,
            List.of(tables.pin(orders)),
            check("s1", "schema", orders),
            check("s2", "QUALITY", "not_null", orders, Map.of("columns", columns))));

    // When
    JsonNode verdict = asker.verdict(deployment);

    // Then
    assertThat(verdict.path("action").asText()).isEqualTo("ROLLBACK");
    assertThat(verdict.path("stage").asText()).isEqualTo("POST");
    assertThat(verdict.path("reason").asText()).contains("not_null of " + orders, "no rows");
    assertThat(verdict.path("checks").get(1).path("stage").asText()).isEqualTo("QUALITY");
  }

  @Test
  void checksOfOtherSystemsAreUnknownAndNeverAPass() {
    // Given
    asker.ask(
        request(
            deployment,
            1,
            List.of(),
            check("s1", "etl_status", null),
            check("s2", "dbt_tests", null),
            check("s3", "query_latency", "trino")));

    // When
    JsonNode verdict = asker.verdict(deployment);

    // Then
    assertThat(verdict.path("action").asText()).isEqualTo("INVESTIGATE");
    assertThat(verdict.path("checks"))
        .allSatisfy(result -> assertThat(result.path("status").asText()).isEqualTo("UNKNOWN"));
  }

  @Test
  void aStageThatIsAskedForTwiceIsAnsweredOnce() {
    // Given
    CheckRequested request =
        request(deployment, 1, List.of(tables.pin(orders)), check("s1", "schema", orders));
    EventRecord event = asker.ask(request);
    asker.awaitVerdict(deployment, 1);

    // When
    asker.send(event);
    asker.ask(request);
    asker.ask(request(deployment, 2, List.of(), check("s1", "schema_compatibility", orders)));
    asker.awaitVerdict(deployment, 2);

    // Then
    assertThat(asker.all(EventTypes.VERDICT_REACHED, deployment))
        .extracting(verdict -> data(verdict).path("round").asInt())
        .containsExactly(1, 2);
    assertThat(asker.all(EventTypes.CHECK_COMPLETED, deployment)).hasSize(2);
  }

  @Test
  void aNewRoundReadsTheTableAnew() {
    // Given
    CheckRequested first =
        request(deployment, 1, List.of(tables.pin(orders)), check("s1", "schema", orders));
    asker.ask(first);
    asker.awaitVerdict(deployment, 1);
    tables.load(orders).updateSchema().addColumn("x", Types.LongType.get()).commit();

    // When
    asker.ask(request(deployment, 2, first.tables(), check("s1", "schema", orders)));

    // Then
    assertThat(data(asker.awaitVerdict(deployment, 2)).path("action").asText())
        .isEqualTo("ROLLBACK");
  }

  @Test
  void aRequestWithoutChecksProceeds() {
    // Given
    asker.ask(request(deployment, 1, List.of()));

    // When
    JsonNode verdict = asker.verdict(deployment);

    // Then
    assertThat(verdict.path("action").asText()).isEqualTo("PROCEED");
    assertThat(verdict.path("reason").asText()).isEqualTo("no checks were asked for");
  }

  @Test
  void aRequestThatCannotBeUnderstoodIsADeadLetterAndTheNextOneIsAnswered() {
    // Given
    EventRecord twins =
        asker.ask(
            request(
                Asker.newDeployment(),
                1,
                List.of(),
                check("s1", "schema", orders),
                check("s1", "schema", orders)));
    EventRecord noTable =
        asker.ask(
            request(Asker.newDeployment(), 1, List.of(new Pin("orders", null, null, null, null))));
    EventRecord noRound =
        EventRecord.binary(
            EventTypes.CHECK_REQUESTED.topic(),
            deployment,
            EventTypes.CHECK_REQUESTED.name(),
            "{\"deploymentId\":\"" + deployment + "\"}");
    asker.send(noRound);

    // When
    asker.ask(request(deployment, 1, List.of()));

    // Then
    assertThat(asker.verdict(deployment).path("action").asText()).isEqualTo("PROCEED");
    assertThat(reason(twins)).contains("the same checkId");
    assertThat(reason(noTable)).contains("catalog.schema.table");
    assertThat(reason(noRound)).contains("planId");
  }

  private String reason(EventRecord event) {
    return asker.awaitDeadLetter(event.id()).header("dead-letter-reason").orElse("");
  }
}
