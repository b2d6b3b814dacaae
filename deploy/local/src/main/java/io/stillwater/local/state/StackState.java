package io.stillwater.local.state;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What {@code state.json} holds.
 *
 * @param failure why the stack could not be started; null otherwise
 * @param supervisor null when none runs
 */
public record StackState(
    Phase phase, String failure, ProcessId supervisor, Map<String, PartState> parts) {

  /** RUNNING: everything was started once; a part may be on its way back. */
  public enum Phase {
    STOPPED,
    STARTING,
    RUNNING,
    STOPPING,
    FAILED
  }

  public StackState {
    parts = parts == null ? Map.of() : Map.copyOf(parts);
  }

  public static StackState empty() {
    return new StackState(Phase.STOPPED, null, null, Map.of());
  }

  public PartState part(String name) {
    PartState part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException("The stack has no part " + name);
    }
    return part;
  }

  public StackState in(Phase next) {
    return new StackState(next, null, supervisor, parts);
  }

  public StackState failed(String reason) {
    return new StackState(Phase.FAILED, reason, null, parts);
  }

  public StackState supervisedBy(ProcessId process) {
    return new StackState(phase, failure, process, parts);
  }

  public StackState with(String name, UnaryOperator<PartState> change) {
    Map<String, PartState> changed = new TreeMap<>(parts);
    changed.put(name, change.apply(part(name)));
    return new StackState(phase, failure, supervisor, changed);
  }
}
