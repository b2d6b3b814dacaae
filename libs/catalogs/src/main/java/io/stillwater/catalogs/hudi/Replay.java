package io.stillwater.catalogs.hudi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all commits of the active timeline say together; fields as of {@link Commit}. */
record Replay(
    Optional<String> schema,
    Optional<String> evolution,
    Map<String, Long> records,
    Set<String> replaced) {

  static Replay of(Timeline timeline) {
    Optional<String> schema = Optional.empty();
    Optional<String> evolution = Optional.empty();
    Map<String, Long> records = new HashMap<>();
    Set<String> replaced = new HashSet<>();
    for (Instant instant : timeline.commits()) {
      Commit commit = timeline.read(instant);
      schema = commit.schema().isPresent() ? commit.schema() : schema;
      evolution = commit.evolution().isPresent() ? commit.evolution() : evolution;
      records.putAll(commit.records());
      replaced.addAll(commit.replaced());
    }
    return new Replay(schema, evolution, records, replaced);
  }
}
