package io.stillwater.planner.evidence.store;

import io.stillwater.planner.evidence.Texts;
import io.stillwater.planning.consumers.ReaderKind;

/**
 * What tells one reader from another, as it is stored.
 *
 * @param owner null where unknown
 */
public record ReaderKey(ReaderKind kind, String name, String owner) {
  public ReaderKey {
    name = Texts.storable(name);
    owner = owner == null || owner.isBlank() ? null : Texts.storable(owner);
  }

  /** The same everywhere and always, so that replicas need not ask each other. */
  long id() {
    return Digests.of(kind.name(), name, owner == null ? "" : owner);
  }
}
