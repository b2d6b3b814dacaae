package io.stillwater.planning.render;

/**
 * Text that people wrote, made fit for one line: characters that would move the cursor, colour the
 * terminal or turn the direction of writing are shown by their code.
 */
final class VisibleText {
  private VisibleText() {}

  static String of(String text) {
    StringBuilder visible = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (hidden(c) && visible == null) {
        visible = new StringBuilder(text.substring(0, i));
      }
      if (visible != null) {
        visible.append(hidden(c) ? "\\u%04x".formatted((int) c) : c);
      }
    }
    return visible == null ? text : visible.toString();
  }

  /** The same, with an ellipsis for what is over the length. */
  static String of(String text, int most) {
    if (text.length() <= most) {
      return of(text);
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return of(text.substring(0, end)) + "…";
  }

  private static boolean hidden(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
