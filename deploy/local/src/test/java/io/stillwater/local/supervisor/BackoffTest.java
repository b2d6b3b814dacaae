package io.stillwater.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void aCrashLoopWaitsLongerEachTimeUpToHalfAMinute() {
    // Given
    Backoff backoff = new Backoff();

    // When
    var pauses =
        Stream.generate(() -> backoff.afterLifeOf(Duration.ofSeconds(1)).toSeconds())
            .limit(8)
            .toList();

    // Then
    assertThat(pauses).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void aPartThatHadRunWellIsBackAtOnce() {
    // Given
    Backoff backoff = new Backoff();
    backoff.afterLifeOf(Duration.ofSeconds(1));
    backoff.afterLifeOf(Duration.ofSeconds(1));

    // When
    Duration pause = backoff.afterLifeOf(Duration.ofMinutes(5));

    // Then
    assertThat(pause).isZero();
  }
}
