package io.stillwater.planning.rules;

import io.stillwater.events.release.ReleaseRef;
import io.stillwater.planning.consumers.ConsumerEvidence;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.util.List;
import java.util.Locale;

/**
 * What planning a change may look at beside the table.
 *
 * @param engines all that use the lake, of the environment and of the snapshot
 * @param purpose what the plan is for
 * @param contraction whether what was put off is to be done now
 * @param consumers who reads the lake
 */
public record PlanContext(
    ReleaseRef release,
    Environment environment,
    List<EngineInUse> engines,
    TableSnapshot lake,
    Purpose purpose,
    boolean contraction,
    ConsumerEvidence consumers) {

  public boolean uses(String engine) {
    return engines.stream().anyMatch(one -> one.name().toLowerCase(Locale.ROOT).contains(engine));
  }
}
