package io.stillwater.monitor.meters;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import io.stillwater.monitor.support.Deployment;
import io.stillwater.monitor.support.MonitorParts;
import io.stillwater.monitor.support.Monitored;
import io.stillwater.monitor.support.Samples;
import io.stillwater.testing.Events;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@MonitorParts
class MetersTest {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void aDeploymentThatGoesBackIsCountedWithoutItsId() {
    // Given
    Deployment deployment = Deployment.of("meters", null);
    Instant start = Instant.now().minusSeconds(60);

    // When
    try (Monitored monitor = new Monitored(bootstrapServers)) {
      monitor.tell(
          deployment.started(start),
          deployment.record(
              EventTypes.PHASE_STARTED,
              deployment.happened(
                  DeploymentState.MIGRATING, Phase.MIGRATE, null, start.plusSeconds(1), null)),
          deployment.record(
              EventTypes.PHASE_COMPLETED,
              deployment.happened(
                  DeploymentState.MIGRATING, Phase.MIGRATE, null, start.plusSeconds(3), null)),
          deployment.ended(
              EventTypes.DEPLOYMENT_ROLLED_BACK,
              DeploymentState.ROLLED_BACK,
              start.plusSeconds(9)));
      monitor.measure("meters", List.of(Samples.latency(1, Instant.now())));
    }

    // Then
    await()
        .atMost(Events.LIMIT)
        .untilAsserted(
            () ->
                assertThat(get("/q/metrics").asString())
                    .contains("stillwater_rollbacks_total{cause=\"step\"}")
                    .contains(
                        "stillwater_deployment_duration_seconds_count{outcome=\"rolled_back\"}")
                    .contains("stillwater_phase_duration_seconds_count{phase=\"migrate\"}")
                    .containsPattern("stillwater_deployments\\{state=\"rolled_back\"\\} [1-9]")
                    .containsPattern("stillwater_samples_ingested_total [1-9]")
                    .contains("stillwater_time_to_detect_seconds_count")
                    .doesNotContain(deployment.id()));
  }
}
