package io.stillwater.catalogs.hudi;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A completed commit of the timeline.
 *
 * @param time when it was requested, as Hudi writes it: {@code yyyyMMddHHmmssSSS}
 * @param action commit, deltacommit or replacecommit
 */
record Instant(String time, String action, String location) implements Comparable<Instant> {
  /** {@code 2024….commit} of layout 1, {@code 2024…_2024….commit} of layout 2 since Hudi 1.0. */
  private static final Pattern COMPLETED = Pattern.compile("(\\d+)(?:_\\d+)?\\.([a-z]+)");

  private static final Set<String> COMMITS = Set.of("commit", "deltacommit", "replacecommit");

  static Optional<Instant> of(String name, String location) {
    Matcher completed = COMPLETED.matcher(name);
    return completed.matches() && COMMITS.contains(completed.group(2))
        ? Optional.of(new Instant(completed.group(1), completed.group(2), location))
        : Optional.empty();
  }

  @Override
  public int compareTo(Instant other) {
    return time.compareTo(other.time);
  }
}
