package io.stillwater.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BlockedKeysTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final BlockedKeys blocked = new BlockedKeys(clock::get);

  @Test
  void aFailedKeyWaitsTwiceAsLongEachTime() {
    // Given
    blocked.failed("a");
    assertThat(blocked.now()).containsExactly("a");
    pass(500);
    assertThat(blocked.now()).isEmpty();

    // When
    blocked.failed("a");
    pass(500);

    // Then
    assertThat(blocked.now()).containsExactly("a");
    pass(500);
    assertThat(blocked.now()).isEmpty();
  }

  @Test
  void aSuccessForgetsTheFailures() {
    // Given
    blocked.failed("a");
    blocked.failed("a");

    // When
    blocked.succeeded("a");
    blocked.failed("a");
    pass(500);

    // Then
    assertThat(blocked.now()).isEmpty();
  }

  private void pass(long millis) {
    clock.addAndGet(Duration.ofMillis(millis).toNanos());
  }
}
