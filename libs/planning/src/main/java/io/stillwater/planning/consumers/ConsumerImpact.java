package io.stillwater.planning.consumers;

import io.stillwater.events.plan.Consumer;
import java.util.List;
import java.util.Set;

/**
 * What one change does to its readers.
 *
 * @param listed for the plan: the first that break, then what is not known; not more than {@link
 *     #LISTED_AT_MOST}
 * @param breaking every one that breaks, so that it counts once however many changes hurt it
 */
public record ConsumerImpact(List<Consumer> listed, Set<Identity> breaking) {
  public static final int LISTED_AT_MOST = 50;
  public static final ConsumerImpact NONE = new ConsumerImpact(List.of(), Set.of());

  public ConsumerImpact {
    listed = List.copyOf(listed);
    breaking = Set.copyOf(breaking);
  }

  /** What tells one reader from another. */
  public record Identity(ReaderKind kind, String name, String owner) {
    static Identity of(Reader reader) {
      return new Identity(reader.kind(), reader.name(), reader.owner());
    }
  }
}
