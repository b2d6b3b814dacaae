package io.stillwater.planning.consumers;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether events arrived all the time: only then does "not seen" mean "not read".
 *
 * @param sources which kinds of evidence arrived in the window: {@link #TRINO}, {@link #ICEBERG},
 *     {@link #OPENLINEAGE}
 * @param gaps when a source that should have been heard was not; in order of time
 */
public record Coverage(Set<String> sources, List<CoverageGap> gaps) {
  public static final String TRINO = "trino";
  public static final String ICEBERG = "iceberg";
  public static final String OPENLINEAGE = "openlineage";

  public static final Coverage NONE = new Coverage(Set.of(), List.of());
  private static final int GAPS_SHOWN = 3;

  public Coverage {
    sources = Set.copyOf(sources);
    gaps = List.copyOf(gaps);
  }

  public boolean whole() {
    return !sources.isEmpty() && gaps.isEmpty();
  }

  /** What is missing, for people; null where nothing is. */
  public String gapsInWords() {
    if (whole()) {
      return null;
    }
    if (gaps.isEmpty()) {
      return "no query events were evaluated";
    }
    String shown =
        gaps.stream().limit(GAPS_SHOWN).map(CoverageGap::inWords).collect(Collectors.joining("; "));
    int left = gaps.size() - GAPS_SHOWN;
    return left > 0 ? shown + "; and " + left + " more" : shown;
  }
}
