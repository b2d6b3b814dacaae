package io.stillwater.planning.environment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When an environment is deployed to without asking.
 *
 * @param deny times in which nothing is deployed without approval
 * @param allow the only times in which something is; empty for any time
 * @param batch times in which jobs write the tables, so that no table is changed without approval
 */
public record DeployWindows(List<TimeWindow> deny, List<TimeWindow> allow, List<TimeWindow> batch) {
  public static final DeployWindows ANY_TIME = new DeployWindows(List.of(), List.of(), List.of());

  public DeployWindows {
    deny = List.copyOf(deny);
    allow = List.copyOf(allow);
    batch = List.copyOf(batch);
  }

  /**
   * Why a deployment at that time waits for approval, in words; empty where it need not.
   *
   * @param changesTables whether it changes tables, rather than components alone
   */
  public Optional<String> against(Instant now, boolean changesTables) {
    Optional<String> denied =
        covering(deny, now).map(window -> "deployments are held back from " + window.describe());
    if (denied.isPresent()) {
      return denied;
    }
    if (!allow.isEmpty() && covering(allow, now).isEmpty()) {
      return Optional.of(
          "deployments wait for one of "
              + allow.stream().map(TimeWindow::describe).collect(Collectors.joining(", ")));
    }
    return changesTables
        ? covering(batch, now).map(window -> "jobs write the tables from " + window.describe())
        : Optional.empty();
  }

  private static Optional<TimeWindow> covering(List<TimeWindow> windows, Instant now) {
    return windows.stream().filter(window -> window.covers(now)).findFirst();
  }
}
