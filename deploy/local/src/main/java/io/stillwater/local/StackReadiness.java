package io.stillwater.local;

import io.stillwater.local.process.Listener;
import io.stillwater.local.process.Readiness;
import io.stillwater.local.state.PartState;
import io.stillwater.local.state.PartState.Status;
import io.stillwater.local.state.StackState;
import io.stillwater.local.state.StackState.Phase;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges whether a stack serves, from what its state says and what its parts answer.
 *
 * @param start the state when the waiting began: what went wrong before does not count
 */
record StackReadiness(StackState start) {
  private static final int RESTARTS_UNTIL_HOPELESS = 6;

  /** What is not ready yet, in words; empty when everything is. */
  Optional<String> missing(StackState now) {
    if (now.phase() != Phase.RUNNING) {
      return Optional.of("broker and database" + trouble(now));
    }
    List<String> missing =
        Parts.ALL.stream().filter(name -> !isReady(name, now.part(name))).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", ", missing) + trouble(now));
  }

  /** Whether a part has ended so often that waiting for it makes no sense. */
  boolean hopeless(StackState now) {
    return now.parts().keySet().stream()
        .anyMatch(name -> restarts(name, now) >= RESTARTS_UNTIL_HOPELESS);
  }

  private static boolean isReady(String name, PartState part) {
    return part.status() == Status.READY
        && part.process().alive().isPresent()
        && (Parts.SERVICES.contains(name)
            ? Readiness.of(URI.create(StackAddressBook.serviceUrl(part))).isUp()
            : Listener.accepts(part.port()));
  }

  private String trouble(StackState now) {
    return now.parts().entrySet().stream()
        .filter(part -> restarts(part.getKey(), now) > 1)
        .map(
            part ->
                " (%s was started %d times; it %s)"
                    .formatted(
                        part.getKey(), restarts(part.getKey(), now), part.getValue().lastEnd()))
        .collect(Collectors.joining());
  }

  private int restarts(String name, StackState now) {
    int restarts = now.part(name).restarts();
    PartState before = start.parts().get(name);
    boolean sameRun = before != null && before.restarts() <= restarts;
    return sameRun ? restarts - before.restarts() : restarts;
  }
}
