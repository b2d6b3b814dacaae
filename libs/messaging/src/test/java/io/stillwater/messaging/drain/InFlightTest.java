package io.stillwater.messaging.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.stillwater.messaging.DrainingException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InFlightTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final InFlight inFlight = new InFlight();

  @Test
  void drainingWaitsForWhatIsInsideAndLetsNothingIn() {
    // Given
    inFlight.enter();

    // When
    CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(() -> inFlight.drain(LONG));

    // Then
    await().atMost(LONG).until(this::isClosed);
    assertThat(drained).isNotDone();
    inFlight.leave();
    assertThat(drained.join()).isTrue();
  }

  @Test
  void drainingGivesUpAtItsLimit() {
    // Given
    inFlight.enter();

    // When
    boolean drained = inFlight.drain(Duration.ofMillis(10));

    // Then
    assertThat(drained).isFalse();
  }

  @Test
  void aRecordThatWaitsForItsNextAttemptIsLetGoWhenTheDrainBegins() {
    // Given
    inFlight.enter();
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> inFlight.pause(LONG));

    // When
    inFlight.drain(Duration.ZERO);

    // Then
    assertThatThrownBy(waiting::join).hasCauseInstanceOf(DrainingException.class);
  }

  private boolean isClosed() {
    try {
      inFlight.enter();
      inFlight.leave();
      return false;
    } catch (DrainingException e) {
      return true;
    }
  }
}
