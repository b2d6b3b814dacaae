package io.stillwater.planning.rules;

import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.planning.release.Change;
import java.util.List;

/** Partitioning and order of a format whose changes of them differ. */
public abstract class LayoutChangeRules {

  public final void judge(Change.OfLayout change) {
    if (change instanceof Change.AddPartition add) {
      add(add.field());
    } else if (change instanceof Change.DropPartition drop) {
      drop(drop.field());
    } else if (change instanceof Change.ReplacePartition replace) {
      replace(replace.from(), replace.to());
    } else if (change instanceof Change.SetSortOrder sort) {
      sort(sort.order());
    }
  }

  protected abstract void add(PartitionTransform field);

  protected abstract void drop(PartitionTransform field);

  protected abstract void replace(PartitionTransform from, PartitionTransform to);

  protected abstract void sort(List<SortField> order);
}
