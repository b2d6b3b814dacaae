package io.stillwater.checks.table;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.Finding;
import io.stillwater.checks.LakeTables;
import io.stillwater.checks.Settings;
import io.stillwater.checks.TableCheck;
import io.stillwater.checks.Words;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.SnapshotTags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * A tag keeps the table's data from expiring: the deployment's own, one on the present snapshot, or
 * one on a snapshot that is younger than {@code maxAge} (24 hours where not said).
 */
public final class BackupStatus implements TableCheck.PerTable {
  private static final Duration MAX_AGE = Duration.ofHours(24);

  private final LakeTables tables;
  private final Clock clock;

  public BackupStatus(LakeTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public Finding check(TableName name, Settings settings, CheckContext context) {
    Duration maxAge = settings.duration("maxAge").orElse(MAX_AGE);
    String limit = "a tag of a state at most " + Words.duration(maxAge) + " old";
    String evidence = "tags of " + name;
    Optional<Table> found = tables.find(name);
    if (found.isEmpty()) {
      return Finding.fail("no table", limit, name + " is not there", evidence);
    }
    Table table = found.get();
    if (table.currentSnapshot() == null) {
      return Finding.pass("no data", limit, name + " has no data to lose", evidence);
    }
    return best(table, context.deploymentId())
        .map(tag -> judge(name, tag, maxAge, limit, evidence))
        .orElseGet(() -> Finding.fail("no tag", limit, "no tag protects " + name, evidence));
  }

  private Finding judge(TableName name, Tag tag, Duration maxAge, String limit, String evidence) {
    Duration age = Duration.between(tag.taken(), clock.instant());
    boolean holds = tag.complete() || age.compareTo(maxAge) <= 0;
    String what = tag.complete() ? "all data" : "the state of " + tag.taken();
    return Finding.judge(
        holds,
        "tag %s, %s old".formatted(tag.name(), Words.duration(age)),
        limit,
        "tag %s keeps %s of %s".formatted(tag.name(), what, name),
        evidence);
  }

  private static Optional<Tag> best(Table table, String deploymentId) {
    String own = deploymentId == null ? null : SnapshotTags.name(deploymentId);
    return table.refs().entrySet().stream()
        .filter(ref -> ref.getValue().isTag())
        .flatMap(ref -> tag(table, ref, own).stream())
        .max(Comparator.comparing(Tag::complete).thenComparing(Tag::taken));
  }

  private static Optional<Tag> tag(Table table, Map.Entry<String, SnapshotRef> ref, String own) {
    return Optional.ofNullable(table.snapshot(ref.getValue().snapshotId()))
        .map(snapshot -> tag(table, ref.getKey(), snapshot, own));
  }

  private static Tag tag(Table table, String name, Snapshot snapshot, String own) {
    boolean present = snapshot.snapshotId() == table.currentSnapshot().snapshotId();
    return new Tag(
        name, Instant.ofEpochMilli(snapshot.timestampMillis()), present || name.equals(own));
  }

  /**
   * @param complete it keeps all that the deployment can lose, however old that is
   */
  private record Tag(String name, Instant taken, boolean complete) {}
}
