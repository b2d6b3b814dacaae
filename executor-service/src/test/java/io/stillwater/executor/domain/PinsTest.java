package io.stillwater.executor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Pin;
import io.stillwater.executor.domain.Pins.Seen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PinsTest {
  private static final String TABLE = "lake.crm.users";
  private static final Pin PIN = new Pin(TABLE, "uuid-1", 4, 811L, 1);

  @Test
  void aTableAsItWasPlannedHasNotMoved() {
    assertThat(moved(PIN, new Seen("uuid-1", 4, 1, 2))).isEmpty();
  }

  @Test
  void anotherSchemaSpecOrTableIsTold() {
    assertThat(moved(PIN, new Seen("uuid-1", 5, 1, 2)))
        .contains("lake.crm.users: schema 4 when planned, 5 now");
    assertThat(moved(PIN, new Seen("uuid-1", 4, 2, 2)))
        .contains("lake.crm.users: partition spec 1 when planned, 2 now");
    assertThat(moved(PIN, new Seen("uuid-2", 4, 1, 2)))
        .contains("lake.crm.users is another table now: uuid-2");
  }

  @Test
  void anUpgradedTableIsToldWhereItsVersionWasPinned() {
    Pin pinned = new Pin(TABLE, "uuid-1", 4, 811L, 1, 2);

    assertThat(moved(pinned, new Seen("uuid-1", 4, 1, 3)))
        .contains("lake.crm.users: format version 2 when planned, 3 now");
    assertThat(moved(PIN, new Seen("uuid-1", 4, 1, 3))).isEmpty();
  }

  @Test
  void aTableThatIsGoneOrCameInBetweenIsTold() {
    assertThat(moved(PIN, null)).isPresent();
    assertThat(moved(new Pin(TABLE, null, null, null, null), new Seen("uuid-1", 0, 0, 2)))
        .isPresent();
    assertThat(moved(new Pin(TABLE, null, null, null, null), null)).isEmpty();
  }

  private static Optional<String> moved(Pin pin, Seen seen) {
    return Pins.moved(List.of(pin), table -> Optional.ofNullable(seen));
  }
}
