package io.stillwater.lakehouse.engine;

import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.util.StructLikeWrapper;

/** Numbers for partitions, equal for equal spec and values. */
final class Partitions {
  private final Map<Integer, Map<StructLikeWrapper, Integer>> numbers = new HashMap<>();
  private int next;

  int of(PartitionSpec spec, StructLike partition) {
    StructLikeWrapper key = StructLikeWrapper.forType(spec.partitionType()).set(partition);
    return numbers
        .computeIfAbsent(spec.specId(), id -> new HashMap<>())
        .computeIfAbsent(key, values -> next++);
  }
}
