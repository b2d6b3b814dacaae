package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.Tag;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandler;
import io.stillwater.lakehouse.iceberg.SnapshotTags;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/** Keeps the state before the first effect from expiring; the tag's name is its mark. */
@Singleton
public class TagStep implements StepHandler {
  private static final Duration KEEP = Duration.ofDays(7);

  private final Lake lake;

  TagStep(Lake lake) {
    this.lake = lake;
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.TAG);
  }

  @Override
  public Optional<Effect> observe(StepContext context) {
    SnapshotRef tag = lake.table(Stamps.table(context)).refs().get(tagName(context));
    return Optional.ofNullable(tag).map(ref -> tagged(context, ref.snapshotId()));
  }

  @Override
  public Effect act(StepContext context) {
    Table table = lake.table(Stamps.table(context));
    if (table.currentSnapshot() == null) {
      return Effect.of("nothing to tag: the table has no data");
    }
    Duration keep = Objects.requireNonNullElse(context.arguments(Tag.class).keep(), KEEP);
    long snapshot = table.currentSnapshot().snapshotId();
    return tagged(context, SnapshotTags.create(table, tagName(context), snapshot, keep));
  }

  @Override
  public void verify(StepContext context) {
    if (lake.table(Stamps.table(context)).currentSnapshot() != null) {
      StepHandler.super.verify(context);
    }
  }

  /** It stays until the rollback window ends: it is what a person would go back to by hand. */
  @Override
  public Undone undo(StepContext context) {
    return new Undone.TakenBack(
        "tag %s is removed when the rollback window ends".formatted(tagName(context)));
  }

  private static Effect tagged(StepContext context, long snapshotId) {
    return Effect.of("tag %s on snapshot %d".formatted(tagName(context), snapshotId));
  }

  private static String tagName(StepContext context) {
    return SnapshotTags.name(context.deploymentId());
  }
}
