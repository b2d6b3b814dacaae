package io.stillwater.monitor.history;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.monitor.support.Deployment;
import io.stillwater.monitor.support.MonitorParts;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.Events;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@MonitorParts
class HistoryTest {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private Events events;

  @BeforeEach
  void connect() {
    events = Events.connect(bootstrapServers);
  }

  @AfterEach
  void disconnect() {
    events.close();
  }

  @Test
  void aDeploymentIsShownAsItsEventsTell() {
    // Given
    Deployment deployment = Deployment.of("history", null);
    List<EventRecord> story = story(deployment);

    // When
    story.forEach(events::send);

    // Then
    await().atMost(Events.LIMIT).untilAsserted(() -> isWhole(deployment, story.size()));
  }

  @Test
  void reorderedAndRepeatedEventsTellTheSame() {
    // Given
    Deployment deployment = Deployment.of("history", null);
    List<EventRecord> story = story(deployment);
    List<EventRecord> sent = new ArrayList<>(story);
    sent.addAll(story);
    Collections.shuffle(sent, new Random(7));

    // When
    sent.forEach(events::send);

    // Then
    await().atMost(Events.LIMIT).untilAsserted(() -> isWhole(deployment, story.size()));
  }

  private static void isWhole(Deployment deployment, int numberOfEvents) {
    get("/deployments/{id}/events", deployment.id())
        .then()
        .statusCode(200)
        .body("items", hasSize(numberOfEvents));
    get("/deployments/{id}", deployment.id())
        .then()
        .statusCode(200)
        .body("state", equalTo("COMPLETED"))
        .body("risk", equalTo("HIGH"))
        .body("environment", equalTo("history"))
        .body("release.version", equalTo("v2.15.0"))
        .body("duration", equalTo("PT1M"))
        .body("reason", equalTo("the end"))
        .body("analysis.note", equalTo("not observed: the release names no metrics"))
        .body("steps.find { it.id == 's1' }.state", equalTo("COMPLETED"))
        .body("steps.find { it.id == 's1' }.attempts", equalTo(2))
        .body("steps.find { it.id == 's1' }.undo.kind", equalTo("EXACT"))
        .body("steps.find { it.id == 's2' }.state", equalTo("PENDING"));
  }

  private static List<EventRecord> story(Deployment deployment) {
    Instant start = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
    return List.of(
        deployment.planned().with("ce_time", start.minusSeconds(1).toString()),
        deployment.started(start),
        deployment.moved(DeploymentState.EXPANDING, start.plusSeconds(10)),
        deployment.step(EventTypes.STEP_STARTED, "s1", 1, start.plusSeconds(11)),
        deployment.step(EventTypes.STEP_FAILED, "s1", 1, start.plusSeconds(12)),
        deployment.step(EventTypes.STEP_STARTED, "s1", 2, start.plusSeconds(13)),
        deployment.step(EventTypes.STEP_COMPLETED, "s1", 2, start.plusSeconds(14)),
        deployment.moved(DeploymentState.COMPLETED, start.plusSeconds(60)),
        deployment.ended(
            EventTypes.DEPLOYMENT_COMPLETED, DeploymentState.COMPLETED, start.plusSeconds(60)));
  }
}
