package io.stillwater.planner.planning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.planner.Conversation;
import io.stillwater.planner.DeltaLog;
import io.stillwater.planner.PlannerTest;
import io.stillwater.planner.Releases;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import io.stillwater.testing.EventRecord;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A format that is planned and not changed: shown to whoever asks, never handed to an executor. */
@PlannerTest
class UnappliedFormatTest {
  private static final String ADD = Releases.addColumn("pond.sales.orders", "discount");

  private final ReleasePlanning planning;
  private final Path warehouse;

  @Inject
  UnappliedFormatTest(
      ReleasePlanning planning,
      @ConfigProperty(name = "stillwater.catalogs.pond.warehouse") Path warehouse) {
    this.planning = planning;
    this.warehouse = warehouse;
  }

  @BeforeEach
  void aDeltaTableIsThere() throws IOException {
    DeltaLog.write(warehouse, "3f0c8a52-0000-4000-8000-000000000001");
  }

  @Test
  void aReleaseThatIsToBeDeployedIsRefused() {
    try (Conversation conversation = new Conversation()) {
      // When
      EventRecord request = conversation.request(ADD);

      // Then
      JsonNode plan = Conversation.json(conversation.answer(request, EventTypes.PLAN_REFUSED));
      JsonNode change = plan.at("/changes/0");
      assertThat(change.at("/refusedBy/0").asText()).isEqualTo("stillwater");
      assertThat(change.findValuesAsText("code")).contains("SW109");
      assertThat(change.findValuesAsText("fix"))
          .contains("Run the statements of the plan with the format's own engine");
      assertThat(plan.path("phases")).isEmpty();
    }
  }

  @Test
  void aDryRunShowsTheStatements() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"release\": " + ADD + "}")
        .post("/plans")
        .then()
        .statusCode(200)
        .body("status", equalTo("PLANNED"))
        .body("phases.phase", hasItem("EXPAND"));
  }

  @Test
  void aContractionIsRefused() {
    // Given
    Parsed<Release> release = ReleaseDocuments.parse(ADD).get(0);

    // When
    Plan plan = planning.planContraction(((Parsed.Valid<Release>) release).value());

    // Then
    assertThat(plan.status()).isEqualTo(PlanStatus.REFUSED);
    assertThat(plan.changes().get(0).findings().stream().map(Finding::code)).contains("SW109");
  }
}
