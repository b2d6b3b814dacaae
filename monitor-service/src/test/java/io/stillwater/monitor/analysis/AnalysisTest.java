package io.stillwater.monitor.analysis;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.metrics.SamplesRecorded.Outcome;
import io.stillwater.events.metrics.SamplesRecorded.Sample;
import io.stillwater.events.plan.Analysis;
import io.stillwater.monitor.support.Deployment;
import io.stillwater.monitor.support.MonitorParts;
import io.stillwater.monitor.support.Monitored;
import io.stillwater.monitor.support.Rules;
import io.stillwater.monitor.support.Samples;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.Events;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@MonitorParts
class AnalysisTest {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final String environment = "analysis-" + UUID.randomUUID();
  private Monitored monitor;

  @BeforeEach
  void connect() {
    monitor = new Monitored(bootstrapServers);
  }

  @AfterEach
  void disconnect() {
    monitor.close();
  }

  @Test
  void failuresAfterTheFirstEffectBecomeOneRollbackCommandInWords() {
    // Given
    Deployment deployment = inFlight(Rules.analysis(Rules.errorRate(0.01)));

    // When
    for (int i = 0; i < 4; i++) {
      monitor.measure(environment, outcomes(10, Outcome.FAILED));
    }

    // Then
    JsonNode command = monitor.await(EventTypes.ROLLBACK, deployment);
    assertThat(command.path("actor").asText()).isEqualTo("monitor");
    assertThat(command.path("reason").asText())
        .contains("error_rate of trino", "failed", "the limit is 1 %");
    await().atMost(Events.LIMIT).untilAsserted(() -> isShown(deployment, "BREACH"));
    assertThat(monitor.sent(EventTypes.ROLLBACK, deployment)).hasSize(1);
  }

  @Test
  void samplesThatAreReadBeforeTheStateAreJudgedAllTheSame() {
    // Given
    Deployment deployment = Deployment.of(environment, Rules.analysis(Rules.errorRate(0.01)));
    Instant start = Instant.now().minusSeconds(30);
    monitor.tell(deployment.started(start));
    monitor.measure(environment, outcomes(20, Outcome.FAILED));
    EventRecord marker = Monitored.measured("marker", outcomes(1, Outcome.OK));
    monitor.tell(marker);

    // When
    monitor.tell(deployment.moved(DeploymentState.EXPANDING, start.plusSeconds(1)));

    // Then
    monitor.await(EventTypes.ROLLBACK, deployment);
  }

  @Test
  void aSecondDeliveryOfSamplesCountsNothing() {
    // Given
    Deployment deployment = inFlight(Rules.analysis(Rules.errorRate(0.01)));
    EventRecord samples = Monitored.measured(environment, outcomes(1, Outcome.FAILED));

    // When
    monitor.tell(samples, samples, samples);
    monitor.measure(environment, outcomes(60, Outcome.OK));

    // Then
    await().atMost(Events.LIMIT).untilAsserted(() -> hasCounted(deployment, 61));
  }

  @Test
  void aBreachPausesWhereTheReleaseSaysSo() {
    // Given
    Deployment deployment = inFlight(Rules.pausing(Rules.errorRate(0.01)));

    // When
    monitor.measure(environment, outcomes(20, Outcome.FAILED));

    // Then
    JsonNode command = monitor.await(EventTypes.PAUSE, deployment);
    assertThat(command.path("reason").asText()).startsWith("Breach: error_rate of trino");
    assertThat(monitor.sent(EventTypes.ROLLBACK, deployment)).isEmpty();

    // And when
    monitor.tell(deployment.soaking(Instant.now(), Instant.now()));

    // Then
    JsonNode verdict = monitor.await(EventTypes.VERDICT_REACHED, deployment);
    assertThat(verdict.path("action").asText()).isEqualTo("INVESTIGATE");
    assertThat(verdict.path("reason").asText()).startsWith("Breach: error_rate of trino");
    assertThat(verdict.path("breached").asBoolean()).isTrue();
  }

  @Test
  void slowerQueriesThanBeforeAreTakenBack() {
    // Given
    Instant before = Instant.now().minusSeconds(60);
    monitor.measure(environment, latencies(300, 100, before));
    Deployment deployment = inFlight(Rules.analysis(Rules.latency(99)));

    // When
    monitor.measure(environment, latencies(60, 400, Instant.now()));

    // Then
    JsonNode command = monitor.await(EventTypes.ROLLBACK, deployment);
    assertThat(command.path("reason").asText())
        .contains("query_latency of trino (p99)", "109 ms before the release");
  }

  @Test
  void aTimeBeforeThatIsReadLateIsStillComparedWith() {
    // Given
    Instant before = Instant.now().minusSeconds(60);
    Deployment deployment = inFlight(Rules.analysis(Rules.latency(99)));
    monitor.measure(environment, latencies(60, 400, Instant.now()));

    // When
    monitor.measure(environment, latencies(300, 100, before));

    // Then
    JsonNode command = monitor.await(EventTypes.ROLLBACK, deployment);
    assertThat(command.path("reason").asText()).contains("109 ms before the release");
  }

  @Test
  void aGoodSoakEndsWithProceed() {
    // Given
    Deployment deployment = inFlight(Rules.analysis(Rules.errorRate(0.01)));
    monitor.measure(environment, outcomes(100, Outcome.OK));

    // When
    monitor.tell(deployment.soaking(Instant.now(), Instant.now()));

    // Then
    JsonNode verdict = monitor.await(EventTypes.VERDICT_REACHED, deployment);
    assertThat(verdict.path("stage").asText()).isEqualTo("SOAK");
    assertThat(verdict.path("action").asText()).isEqualTo("PROCEED");
    assertThat(verdict.path("reason").asText()).contains("0 of 100 failed");
  }

  @Test
  void aSoakWithTooFewSamplesEndsInconclusive() {
    // Given
    Deployment deployment = inFlight(Rules.analysis(Rules.errorRate(0.01)));
    monitor.measure(environment, outcomes(2, Outcome.OK));

    // When
    monitor.tell(deployment.soaking(Instant.now(), Instant.now()));

    // Then
    JsonNode verdict = monitor.await(EventTypes.VERDICT_REACHED, deployment);
    assertThat(verdict.path("action").asText()).isEqualTo("INVESTIGATE");
    assertThat(verdict.path("reason").asText())
        .startsWith("Inconclusive: ")
        .contains("only 2 samples since the release, 5 are needed");
    assertThat(verdict.path("breached")).isEqualTo(BooleanNode.FALSE);
  }

  @Test
  void harmOfAnEarlierReleaseIsNoBaselineForTheNext() {
    // Given
    monitor.measure(environment, latencies(300, 100, Instant.now().minusSeconds(300)));
    Deployment bad = inFlight(Rules.analysis(Rules.latency(99)));
    monitor.measure(environment, latencies(300, 900, Instant.now()));
    monitor.await(EventTypes.ROLLBACK, bad);
    monitor.tell(
        bad.ended(EventTypes.DEPLOYMENT_ROLLED_BACK, DeploymentState.ROLLED_BACK, Instant.now()));
    await()
        .atMost(Events.LIMIT)
        .untilAsserted(
            () -> get("/deployments/{id}", bad.id()).then().body("state", equalTo("ROLLED_BACK")));

    // When
    Deployment again = inFlightFrom(Rules.analysis(Rules.latency(99)), Instant.now());
    monitor.measure(environment, latencies(60, 900, Instant.now()));

    // Then
    JsonNode command = monitor.await(EventTypes.ROLLBACK, again);
    assertThat(command.path("reason").asText()).contains("109 ms before the release");
  }

  private Deployment inFlight(Analysis analysis) {
    return inFlightFrom(analysis, Instant.now().minusSeconds(30));
  }

  private Deployment inFlightFrom(Analysis analysis, Instant start) {
    Deployment deployment = Deployment.of(environment, analysis);
    monitor.tell(
        deployment.started(start),
        deployment.moved(DeploymentState.EXPANDING, start.plusMillis(1)));
    monitor.await(EventTypes.ANALYSIS_UPDATED, deployment);
    return deployment;
  }

  private static void isShown(Deployment deployment, String standing) {
    get("/deployments/{id}", deployment.id())
        .then()
        .body("analysis.metrics.standing", hasItem(standing))
        .body("commands.command", hasItem("rollback"));
  }

  private static void hasCounted(Deployment deployment, int samples) {
    get("/deployments/{id}", deployment.id())
        .then()
        .body("analysis.metrics.find { it.statistic == 'failed' }.samplesAfter", equalTo(samples));
  }

  private static List<Sample> outcomes(int number, Outcome outcome) {
    Instant now = Instant.now();
    return IntStream.range(0, number).mapToObj(i -> Samples.outcome(outcome, now)).toList();
  }

  /** Spread over ten percent, so that a percentile is one. */
  private static List<Sample> latencies(int number, double millis, Instant at) {
    return IntStream.range(0, number)
        .mapToObj(i -> Samples.latency(millis * (1 + (i % 10) / 100.0), at))
        .toList();
  }
}
