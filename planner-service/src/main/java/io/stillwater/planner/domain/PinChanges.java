package io.stillwater.planner.domain;

import io.stillwater.events.plan.Pin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What moved between the state a plan was made for and the state it is made for now. */
public final class PinChanges {

  private PinChanges() {}

  /** One sentence per table that moved; empty when every table stands where it stood. */
  public static List<String> between(List<Pin> before, List<Pin> now) {
    Map<String, Pin> current =
        now.stream().collect(Collectors.toMap(Pin::table, Function.identity()));
    List<String> changes = new ArrayList<>();
    for (Pin pin : before) {
      Pin other = current.remove(pin.table());
      if (other == null) {
        changes.add(pin.table() + " is gone");
      } else if (!pin.equals(other)) {
        changes.add(pin.table() + ": " + differences(pin, other));
      }
    }
    now.stream()
        .map(Pin::table)
        .filter(current::containsKey)
        .forEach(table -> changes.add(table + " is new"));
    return changes;
  }

  private static String differences(Pin before, Pin now) {
    if (!Objects.equals(before.uuid(), now.uuid())) {
      return "it is another table of that name now";
    }
    List<String> parts = new ArrayList<>();
    difference(parts, "schema", before.schemaId(), now.schemaId());
    difference(parts, "partition spec", before.specId(), now.specId());
    difference(parts, "format version", before.formatVersion(), now.formatVersion());
    difference(parts, "snapshot", before.snapshotId(), now.snapshotId());
    return String.join(", ", parts);
  }

  private static void difference(List<String> parts, String what, Object before, Object now) {
    if (!Objects.equals(before, now)) {
      parts.add(what + " " + shown(before) + " became " + shown(now));
    }
  }

  private static String shown(Object id) {
    return id == null ? "none" : id.toString();
  }
}
