package io.stillwater.planner.engines;

import io.stillwater.catalogs.engines.DiscoveredEngines;
import io.stillwater.catalogs.engines.EngineDiscovery;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.environment.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The engines of each environment as they run: a plan is judged by the versions that will read the
 * tables. One that does not answer counts as its environment declares it.
 */
@ApplicationScoped
public class RunningEngines {
  private static final Logger LOG = Logger.getLogger(RunningEngines.class);

  private final EngineDiscovery discovery = new EngineDiscovery();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Duration askEvery;
  private final Clock clock;

  RunningEngines(EnginesConfig config, Clock clock) {
    this.askEvery = config.askEvery();
    this.clock = clock;
  }

  /** The environment with the versions that its engines tell. */
  public Environment of(Environment environment) {
    if (environment.engines().stream().allMatch(engine -> engine.url() == null)) {
      return environment;
    }
    Instant now = clock.instant();
    Answer answer =
        answers.compute(
            environment.name(),
            (name, last) -> last != null && last.standsAt(now) ? last : ask(environment, now));
    return environment.withEngines(answer.engines());
  }

  private Answer ask(Environment environment, Instant now) {
    DiscoveredEngines found = discovery.discover(environment.engines());
    found.problems().forEach(problem -> LOG.warnf("%s: %s", environment.name(), problem));
    return new Answer(found.engines(), now.plus(askEvery));
  }

  private record Answer(List<EngineInUse> engines, Instant until) {
    boolean standsAt(Instant now) {
      return now.isBefore(until);
    }
  }
}
