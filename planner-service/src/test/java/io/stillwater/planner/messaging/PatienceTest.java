package io.stillwater.planner.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final SteppingClock clock = new SteppingClock();
  private final Patience patience = new Patience(Duration.ofSeconds(30), clock);

  @Test
  void patienceLastsFromTheFirstFailureToTheLimit() {
    // Given
    boolean atFirst = patience.isExhausted("a");

    // When
    clock.pass(Duration.ofSeconds(29));
    boolean before = patience.isExhausted("a");
    clock.pass(Duration.ofSeconds(1));
    boolean after = patience.isExhausted("a");

    // Then
    assertThat(atFirst).isFalse();
    assertThat(before).isFalse();
    assertThat(after).isTrue();
  }

  @Test
  void eachEventHasPatienceOfItsOwn() {
    // Given
    patience.isExhausted("a");
    clock.pass(Duration.ofSeconds(30));

    // When
    boolean other = patience.isExhausted("b");

    // Then
    assertThat(other).isFalse();
  }

  @Test
  void anEventThatWasDealtWithStartsAnew() {
    // Given
    patience.isExhausted("a");
    clock.pass(Duration.ofSeconds(30));

    // When
    patience.forget("a");

    // Then
    assertThat(patience.isExhausted("a")).isFalse();
  }

  private static final class SteppingClock extends Clock {
    private Instant now = Instant.EPOCH;

    private void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
