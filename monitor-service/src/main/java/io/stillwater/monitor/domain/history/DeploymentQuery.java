package io.stillwater.monitor.domain.history;

import java.util.Set;

/**
 * Which deployments are asked for.
 *
 * @param states empty: all that were ever planned
 * @param component a component or a table, null for any
 * @param limit how many at most
 * @param after null for the first page
 */
public record DeploymentQuery(Set<String> states, String component, int limit, Position after) {
  public DeploymentQuery {
    states = Set.copyOf(states);
  }

  /** The same with one more, which tells whether there is a next page. */
  public DeploymentQuery oneMore() {
    return new DeploymentQuery(states, component, limit + 1, after);
  }
}
