package io.stillwater.planning.render;

import java.util.List;

/** A comment as it grows, in parts of which each may go up to a length of the whole. */
final class CommentText {
  private final StringBuilder out = new StringBuilder();

  void add(String text) {
    out.append(text);
  }

  /**
   * Adds lines for as long as the whole is no longer than the limit.
   *
   * @return how many are left out
   */
  int addUpTo(int limit, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (out.length() + lines.get(i).length() > limit) {
        return lines.size() - i;
      }
      out.append(lines.get(i));
    }
    return 0;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
