package io.stillwater.planning.formats.iceberg;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Text as Java source writes it. */
final class JavaText {
  private JavaText() {}

  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> append(quoted, (char) c));
    return quoted.append('"').toString();
  }

  static String quoteAll(List<String> texts) {
    return texts.stream().map(JavaText::quote).collect(Collectors.joining(", "));
  }

  private static void append(StringBuilder quoted, char c) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (Character.isISOControl(c)) {
          quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
          quoted.append(c);
        }
      }
    }
  }
}
