package io.stillwater.planning.release;

/**
 * Where a column stands among its siblings.
 *
 * @param after a sibling's name; null for first
 */
public record Position(String after) {
  public static final Position FIRST = new Position(null);

  public boolean first() {
    return after == null;
  }
}
