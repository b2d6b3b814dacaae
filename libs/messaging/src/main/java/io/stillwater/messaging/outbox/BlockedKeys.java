package io.stillwater.messaging.outbox;

import io.stillwater.messaging.Backoff;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Keys whose first waiting record failed: all their records wait, those of other keys do not. */
final class BlockedKeys {
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));

  private record Block(int failures, long untilNanos) {}

  private final Map<String, Block> blocks = new HashMap<>();
  private final LongSupplier nanoClock;

  BlockedKeys(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  void failed(String key) {
    int failures = blocks.containsKey(key) ? blocks.get(key).failures() + 1 : 1;
    long until = nanoClock.getAsLong() + BACKOFF.after(failures).toNanos();
    blocks.put(key, new Block(failures, until));
  }

  void succeeded(String key) {
    blocks.remove(key);
  }

  Set<String> now() {
    long now = nanoClock.getAsLong();
    return blocks.entrySet().stream()
        .filter(block -> block.getValue().untilNanos() - now > 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
