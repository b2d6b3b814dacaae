package io.stillwater.planning.consumers;

import java.util.List;

/**
 * The readers that were seen, and how far "not seen" may be trusted.
 *
 * @param readers in no order; the same reader once per way it uses the column
 */
public record Readership(List<Reader> readers, Coverage coverage) {
  public static final Readership UNOBSERVED = new Readership(List.of(), Coverage.NONE);

  public Readership {
    readers = List.copyOf(readers);
  }
}
