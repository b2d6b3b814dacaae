package io.stillwater.planning.document;

/** Where something stands in a text, both counted from 1; 0 where it came from no text. */
public record Location(int line, int column) {
  public static final Location NONE = new Location(0, 0);

  @Override
  public String toString() {
    return line == 0 ? "" : " (line " + line + ", column " + column + ")";
  }
}
