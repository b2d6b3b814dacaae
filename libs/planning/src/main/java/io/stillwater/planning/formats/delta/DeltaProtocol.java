package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.schema.TableModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What readers and writers of a table must know: what its protocol says, and what its properties
 * have brought into it.
 *
 * @param minReader 1 where it is not known; so is {@code minWriter}
 * @param features named ones, from reader 3 or writer 7 on
 */
record DeltaProtocol(
    int minReader, int minWriter, Set<String> features, Map<String, String> properties) {
  private static final int FEATURES = 7;

  /** Before the release, so that verdicts do not depend on which of its changes comes first. */
  static DeltaProtocol before(TableModel table) {
    return of(table.base(), table.base().properties());
  }

  /** With what earlier changes of the release have enabled. */
  static DeltaProtocol now(TableModel table) {
    return of(table.base(), table.properties());
  }

  private static DeltaProtocol of(TableState base, Map<String, String> properties) {
    return new DeltaProtocol(
        base.minReader() == null ? 1 : base.minReader(),
        base.minWriter() == null ? 1 : base.minWriter(),
        new TreeSet<>(base.features()),
        properties);
  }

  boolean supports(DeltaFeature feature) {
    return features.contains(feature.text())
        || features.contains(feature.text() + "-preview")
        || implied().contains(feature)
        || feature.enabledBy(properties);
  }

  /** What the numbers alone ask for: named one by one once a feature without a number comes. */
  Set<DeltaFeature> implied() {
    return impliedBy(minReader, minWriter);
  }

  static Set<DeltaFeature> impliedBy(int reader, int writer) {
    Set<DeltaFeature> implied = EnumSet.noneOf(DeltaFeature.class);
    if (writer < FEATURES) {
      for (DeltaFeature feature : DeltaFeature.values()) {
        if (feature.legacy()
            && feature.writerVersion() <= writer
            && feature.readerVersion() <= reader) {
          implied.add(feature);
        }
      }
    }
    return implied;
  }

  /** Whether all its features have names, so that an engine may refuse each of them. */
  boolean named() {
    return minWriter >= FEATURES;
  }

  /** The features with all that they need, without those that are there. */
  Set<DeltaFeature> missing(Collection<DeltaFeature> wanted) {
    Set<DeltaFeature> missing = EnumSet.noneOf(DeltaFeature.class);
    for (DeltaFeature feature : wanted) {
      missing.add(feature);
      missing.addAll(feature.required());
    }
    missing.removeIf(this::supports);
    return missing;
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add("reader " + minReader);
    parts.add("writer " + minWriter);
    if (!features.isEmpty()) {
      parts.add("features " + features);
    }
    return String.join(", ", parts);
  }
}
