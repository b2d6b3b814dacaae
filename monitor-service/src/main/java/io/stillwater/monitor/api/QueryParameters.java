package io.stillwater.monitor.api;

import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.monitor.domain.history.DeploymentQuery;
import io.stillwater.monitor.domain.history.DeploymentView;
import io.stillwater.service.problem.ProblemException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the query parameters of the list, or says what is wrong with them. */
final class QueryParameters {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;
  private static final Set<String> STATES =
      Stream.concat(
              Arrays.stream(DeploymentState.values()).map(Enum::name),
              Stream.of(DeploymentView.REFUSED, DeploymentView.REJECTED))
          .collect(Collectors.toCollection(TreeSet::new));

  private QueryParameters() {}

  static DeploymentQuery read(String state, String component, String limit, String after) {
    return new DeploymentQuery(states(state), component, limit(limit), Cursor.read(after));
  }

  private static Set<String> states(String state) {
    if (state == null) {
      return Set.of();
    }
    Set<String> wanted = Set.copyOf(new TreeSet<>(Arrays.asList(state.split(",", -1))));
    for (String each : wanted) {
      if (!STATES.contains(each)) {
        throw ProblemException.badRequest(
            "state=" + each + " is no state; known are " + String.join(", ", STATES));
      }
    }
    return wanted;
  }

  private static int limit(String limit) {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    try {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= MAX_LIMIT) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw badLimit(limit);
    }
    throw badLimit(limit);
  }

  private static ProblemException badLimit(String limit) {
    return ProblemException.badRequest(
        "limit=" + limit + " must be a number from 1 to " + MAX_LIMIT);
  }
}
