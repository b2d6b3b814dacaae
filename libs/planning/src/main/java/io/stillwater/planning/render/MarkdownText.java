package io.stillwater.planning.render;

/**
 * Text for GitHub's and GitLab's Markdown in which nothing that people wrote becomes markup: no
 * HTML, no cell or line of a table, no link, no mention of a person or an issue.
 */
final class MarkdownText {
  /** Characters that start markup, a link or an entity. */
  private static final String MARKUP = "\\`*_{}[]<>|~!$&@#";

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_STATEMENT = 2_000;
  private static final int LONGEST_SENTENCE = 1_000;

  private MarkdownText() {}

  /** A name as code, also in the cell of a table. */
  static String name(String text) {
    String visible = VisibleText.of(text, LONGEST_NAME);
    boolean plain =
        visible.chars().noneMatch(c -> c == '`' || c == '|' || c == '\\')
            && visible.equals(visible.strip())
            && !visible.isEmpty();
    // A backslash before a bar ends a cell also in code; entities never do.
    return plain ? "`" + visible + "`" : "<code>" + unlinked(entities(visible)) + "</code>";
  }

  /** A statement as code, outside tables: a fence longer than any run of backticks inside. */
  static String statement(String text) {
    String visible = VisibleText.of(text, LONGEST_STATEMENT);
    int longest = 0;
    int run = 0;
    for (int i = 0; i < visible.length(); i++) {
      run = visible.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    return fence + " " + visible + " " + fence;
  }

  /** A sentence, in which words may be anybody's. */
  static String sentence(String text) {
    String visible = VisibleText.of(text, LONGEST_SENTENCE);
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      if (c == '@' || c == '#') {
        // Escaped, they would still mention: that is looked for in the finished text.
        escaped.append("<span>").append(c).append("</span>");
      } else if (c == '&') {
        escaped.append(entity(c));
      } else {
        escaped.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return unlinked(escaped.toString());
  }

  /** Addresses become links by themselves. */
  private static String unlinked(String text) {
    return text.replace("www.", "www&#46;").replace("://", "&#58;//");
  }

  private static String entities(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (MARKUP.indexOf(c) >= 0) {
                out.append(entity(c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static String entity(int c) {
    return "&#" + c + ";";
  }
}
