package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.engine.SnapshotFiles.LiveFile;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A data file as one snapshot and schema show it; what was read of it holds while this is equal.
 */
record FileVersion(String location, Set<String> deletes, int schemaId) {

  static FileVersion of(LiveFile file, int schemaId) {
    return new FileVersion(
        file.data().location(),
        file.deletes().stream()
            .map(delete -> delete.location() + "@" + delete.contentOffset())
            .collect(Collectors.toSet()),
        schemaId);
  }
}
