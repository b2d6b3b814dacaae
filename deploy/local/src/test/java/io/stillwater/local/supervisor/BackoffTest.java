package io.stillwater.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void aPartThatDoesNotBecomeReadyWaitsLongerEachTimeUpToHalfAMinute() {
    // Given
    Backoff backoff = new Backoff();

    // When
    var pauses = Stream.generate(() -> backoff.afterEnd(false).toSeconds()).limit(7).toList();

    // Then
    assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void aPartThatWasReadyIsBackAtOnceHoweverOftenItIsKilled() {
    // Given
    Backoff backoff = new Backoff();
    backoff.afterEnd(false);
    backoff.afterEnd(true);

    // When
    Duration pause = backoff.afterEnd(true);

    // Then
    assertThat(pause).isZero();
    assertThat(backoff.afterEnd(false)).hasSeconds(1);
  }
}
