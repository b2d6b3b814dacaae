package io.stillwater.planning.formats.iceberg;

import io.stillwater.events.plan.StepKind;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import java.time.Duration;
import java.util.List;

/**
 * Whether a table keeps for long enough what an undo reads. The tag holds the state before; a
 * dropped column comes back from the schema of a snapshot, and {@code expire_snapshots} with {@code
 * clean_expired_metadata} removes schemas that no snapshot has any more.
 */
final class Retention {
  static final String MAX_AGE = "history.expire.max-snapshot-age-ms";

  /** TableProperties.MAX_SNAPSHOT_AGE_MS_DEFAULT. */
  private static final Duration USUAL = Duration.ofDays(5);

  private Retention() {}

  static boolean tooShort(TableModel table, List<StepDraft> steps, Duration keep) {
    return age(table).compareTo(keep) < 0
        && steps.stream().anyMatch(step -> step.kind() == StepKind.DROP_COLUMN);
  }

  private static Duration age(TableModel table) {
    try {
      String own = table.properties().get(MAX_AGE);
      return own == null ? USUAL : Duration.ofMillis(Long.parseLong(own.strip()));
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }
}
