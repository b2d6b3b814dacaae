package io.stillwater.planning.assembly;

import io.stillwater.events.plan.Policy;
import io.stillwater.events.plan.Risk;
import io.stillwater.planning.environment.Environment;
import java.time.Instant;
import java.util.Optional;

/** What the environment asks for before the first effect. */
final class Policies {
  private Policies() {}

  static Policy of(Environment environment, Risk risk, boolean changesTables, Instant now) {
    boolean byRisk = environment.policy().approval().contains(risk);
    Optional<String> byTime = environment.policy().windows().against(now, changesTables);
    String rule =
        byRisk
            ? environment.name() + " asks for approval of plans of risk " + risk
            : environment.name() + " asks for no approval of plans of risk " + risk;
    return new Policy(
        byRisk || byTime.isPresent(),
        byTime.map(why -> why + "; " + rule).orElse(rule),
        environment.policy().rollbackWindow(),
        environment.policy().approversOf(risk));
  }
}
