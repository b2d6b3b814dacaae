package io.stillwater.planning.assembly;

import io.stillwater.events.plan.Policy;
import io.stillwater.events.plan.Risk;
import io.stillwater.planning.environment.DenyWindow;
import io.stillwater.planning.environment.Environment;
import java.time.Instant;
import java.util.Optional;

/** What the environment asks for before the first effect. */
final class Policies {
  private Policies() {}

  static Policy of(Environment environment, Risk risk, Instant now) {
    boolean byRisk = environment.policy().approval().contains(risk);
    Optional<DenyWindow> denied =
        environment.policy().deny().stream().filter(window -> window.covers(now)).findFirst();
    String rule =
        byRisk
            ? environment.name() + " asks for approval of plans of risk " + risk
            : environment.name() + " asks for no approval of plans of risk " + risk;
    String reason = denied.map(DenyWindow::describe).map(why -> why + "; " + rule).orElse(rule);
    return new Policy(byRisk || denied.isPresent(), reason, environment.policy().rollbackWindow());
  }
}
