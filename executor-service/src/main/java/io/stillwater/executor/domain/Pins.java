package io.stillwater.executor.domain;

import io.stillwater.events.plan.Pin;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Whether the tables still are what the plan was made for. */
public final class Pins {
  /**
   * @param schemaId the table's current schema
   */
  public record Seen(String uuid, int schemaId, int specId, int formatVersion) {}

  private Pins() {}

  /**
   * Compares what shapes a plan: identity, schema, partition spec and format version. A new
   * snapshot alone is a live writer at work, and no step depends on which data are there: proofs
   * and copies read the table as it is when they run.
   *
   * @param look the table as it is, empty where there is none
   * @return what has moved, in words; empty while nothing has
   */
  public static Optional<String> moved(List<Pin> pins, Function<String, Optional<Seen>> look) {
    return pins.stream()
        .map(pin -> moved(pin, look.apply(pin.table())))
        .flatMap(Optional::stream)
        .reduce((one, other) -> one + "; " + other);
  }

  private static Optional<String> moved(Pin pin, Optional<Seen> seen) {
    if (seen.isEmpty()) {
      return pin.uuid() == null
          ? Optional.empty()
          : Optional.of(pin.table() + " is gone, the plan was made for table " + pin.uuid());
    }
    Seen now = seen.get();
    if (pin.uuid() == null) {
      return Optional.of(pin.table() + " exists, the plan was made for its absence");
    }
    if (!pin.uuid().equals(now.uuid())) {
      return Optional.of(pin.table() + " is another table now: " + now.uuid());
    }
    return differs(pin, "schema", pin.schemaId(), now.schemaId())
        .or(() -> differs(pin, "partition spec", pin.specId(), now.specId()))
        .or(() -> differs(pin, "format version", pin.formatVersion(), now.formatVersion()));
  }

  private static Optional<String> differs(Pin pin, String what, Integer then, Integer now) {
    return then == null || Objects.equals(then, now)
        ? Optional.empty()
        : Optional.of("%s: %s %d when planned, %d now".formatted(pin.table(), what, then, now));
  }
}
