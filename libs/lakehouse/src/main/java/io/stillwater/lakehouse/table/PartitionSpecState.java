package io.stillwater.lakehouse.table;

import java.util.List;

/**
 * @param fields in the contract's spelling: {@code region}, {@code day(ts)}, {@code bucket(16, id)}
 */
public record PartitionSpecState(int id, boolean current, List<String> fields) {
  public PartitionSpecState {
    fields = List.copyOf(fields);
  }
}
