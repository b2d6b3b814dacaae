package io.stillwater.planning.formats.iceberg;

import io.stillwater.planning.rules.ReleaseVersion;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which Iceberg library a Trino release brings along: {@code dep.iceberg.version} of its {@code
 * trino-root} pom. A release between two that are listed has at least the library of the lower.
 */
final class TrinoLibraries {
  private static final NavigableMap<Integer, ReleaseVersion> BY_RELEASE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(400, ReleaseVersion.of(0, 14, 1)),
              Map.entry(419, ReleaseVersion.of(1, 3, 0)),
              Map.entry(440, ReleaseVersion.of(1, 4, 3)),
              Map.entry(446, ReleaseVersion.of(1, 5, 1)),
              Map.entry(455, ReleaseVersion.of(1, 6, 1)),
              Map.entry(465, ReleaseVersion.of(1, 7, 0)),
              Map.entry(468, ReleaseVersion.of(1, 7, 1)),
              Map.entry(472, ReleaseVersion.of(1, 8, 1)),
              Map.entry(476, ReleaseVersion.of(1, 9, 1)),
              Map.entry(477, ReleaseVersion.of(1, 10, 0)),
              Map.entry(480, ReleaseVersion.of(1, 10, 1)),
              Map.entry(482, ReleaseVersion.of(1, 11, 0))));

  private TrinoLibraries() {}

  /** Empty for a release older than those that are listed. */
  static Optional<ReleaseVersion> icebergOf(ReleaseVersion trino) {
    return Optional.ofNullable(BY_RELEASE.floorEntry(trino.numbers().get(0)))
        .map(Map.Entry::getValue);
  }
}
