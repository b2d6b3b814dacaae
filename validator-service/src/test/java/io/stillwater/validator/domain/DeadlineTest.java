package io.stillwater.validator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void theAnswerLeavesBeforeTheAskerGivesUp() {
    // When
    Instant deadline =
        Deadline.of(NOW, NOW.plusSeconds(60), Duration.ofMinutes(5), Duration.ofSeconds(5));

    // Then
    assertThat(deadline).isEqualTo(NOW.plusSeconds(55));
  }

  @Test
  void aRequestWithoutADeadlineHasTheUsualOne() {
    // When
    Instant deadline = Deadline.of(NOW, null, Duration.ofMinutes(5), Duration.ofSeconds(5));

    // Then
    assertThat(deadline).isEqualTo(NOW.plusSeconds(300));
  }

  @Test
  void noAttemptIsPutBehindTheDeadline() {
    // When
    Instant next = Deadline.nextAttempt(NOW, Duration.ofSeconds(30), NOW.plusSeconds(10));

    // Then
    assertThat(next).isEqualTo(NOW.plusSeconds(10));
  }
}
