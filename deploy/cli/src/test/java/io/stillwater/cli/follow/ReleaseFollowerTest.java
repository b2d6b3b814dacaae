package io.stillwater.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.Event;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.release.DocumentError;
import io.stillwater.events.release.ReleaseRejected;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseFollowerTest {
  private final ReleaseIds ids = ReleaseIds.fresh();
  private final List<String> lines = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, COMPLETED",
    "ROLLED_BACK, ROLLED_BACK",
    "FAILED_NEEDS_HUMAN, NEEDS_A_PERSON"
  })
  void aTerminalStateEndsIt(DeploymentState state, ReleaseOutcome.Kind expected) {
    // Given
    ReleaseFollower follower = new ReleaseFollower(ids, true, lines::add);

    // When
    Optional<ReleaseOutcome> outcome = follower.accept(changed(ids.deploymentId(), state, "why"));

    // Then
    assertThat(outcome).contains(new ReleaseOutcome(expected, "why"));
    assertThat(follower.state()).isEqualTo(state);
  }

  @Test
  void aSoakIsTheEndOnlyForWhoDoesNotWait() {
    // Given
    Event<?> soaking = changed(ids.deploymentId(), DeploymentState.SOAKING, null);

    // When
    Optional<ReleaseOutcome> waiting = new ReleaseFollower(ids, true, lines::add).accept(soaking);
    Optional<ReleaseOutcome> content = new ReleaseFollower(ids, false, lines::add).accept(soaking);

    // Then
    assertThat(waiting).isEmpty();
    assertThat(content.orElseThrow().kind()).isEqualTo(ReleaseOutcome.Kind.SOAKING);
  }

  @Test
  void whatWaitsForApprovalSaysHowToApprove() {
    // Given
    ReleaseFollower follower = new ReleaseFollower(ids, true, lines::add);

    // When
    follower.accept(changed(ids.deploymentId(), DeploymentState.AWAITING_APPROVAL, "risk is HIGH"));

    // Then
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("risk is HIGH", "./stillwater approve " + ids.deploymentId());
  }

  @Test
  void anotherDeploymentsEventsAreNotShown() {
    // Given
    ReleaseFollower follower = new ReleaseFollower(ids, true, lines::add);

    // When
    Optional<ReleaseOutcome> outcome =
        follower.accept(changed("d-000000000000", DeploymentState.COMPLETED, null));

    // Then
    assertThat(outcome).isEmpty();
    assertThat(lines).isEmpty();
  }

  @Test
  void aRejectedDocumentIsRefusedWithItsErrors() {
    // Given
    ReleaseFollower follower = new ReleaseFollower(ids, true, lines::add);
    DocumentError error = new DocumentError("spec.tabels", "unknown; did you mean tables?");

    // When
    Optional<ReleaseOutcome> outcome =
        follower.accept(
            event(
                EventTypes.RELEASE_REJECTED,
                new ReleaseRejected(ids.requestId(), ids.deploymentId(), List.of(error))));

    // Then
    assertThat(outcome.orElseThrow().kind()).isEqualTo(ReleaseOutcome.Kind.REFUSED);
    assertThat(outcome.orElseThrow().reason()).contains("spec.tabels");
    assertThat(follower.errors()).containsExactly(error);
  }

  private static Event<DeploymentEvent> changed(
      String deploymentId, DeploymentState state, String reason) {
    return event(
        EventTypes.STATE_CHANGED,
        new DeploymentEvent(
            deploymentId,
            "p-1",
            null,
            null,
            state,
            null,
            null,
            null,
            Instant.EPOCH,
            reason,
            null,
            null,
            null,
            null));
  }

  private static <T> Event<T> event(EventType<T> type, T data) {
    return new Event<>(type, URI.create("/test"), "e-1", null, null, Instant.EPOCH, Map.of(), data);
  }
}
