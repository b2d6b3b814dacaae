package io.stillwater.lakehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names joined by dots. A part that holds a dot, a quote or nothing but spaces stands in double
 * quotes, with quotes inside doubled: {@code lake."odd.schema".orders}.
 */
final class DottedName {
  private DottedName() {}

  static List<String> parse(String text) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    do {
      at = readPart(text, at, parts);
    } while (at <= text.length());
    return parts;
  }

  static String format(List<String> parts) {
    return parts.stream().map(DottedName::format).collect(Collectors.joining("."));
  }

  private static String format(String part) {
    return needsQuotes(part) ? "\"" + part.replace("\"", "\"\"") + "\"" : part;
  }

  private static boolean needsQuotes(String part) {
    return part.indexOf('.') >= 0
        || part.indexOf('"') >= 0
        || !part.isEmpty() && (isSpace(part.charAt(0)) || isSpace(part.charAt(part.length() - 1)));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Returns where the next part starts: behind the text's end when this was the last. */
  private static int readPart(String text, int start, List<String> parts) {
    if (start < text.length() && text.charAt(start) == '"') {
      return readQuoted(text, start, parts);
    }
    int dot = text.indexOf('.', start);
    int end = dot < 0 ? text.length() : dot;
    return add(parts, text, text.substring(start, end), end);
  }

  private static int readQuoted(String text, int start, List<String> parts) {
    StringBuilder part = new StringBuilder();
    int at = start + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '"') {
        part.append(c);
        at++;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
        part.append('"');
        at += 2;
      } else if (at + 1 == text.length() || text.charAt(at + 1) == '.') {
        return add(parts, text, part.toString(), at + 1);
      } else {
        throw new IllegalArgumentException(
            "Name " + text + ": a dot must follow the closing quote at " + (at + 1));
      }
    }
    throw new IllegalArgumentException(
        "Name " + text + ": the quote opened at " + start + " is not closed");
  }

  private static int add(List<String> parts, String text, String part, int end) {
    if (part.isEmpty()) {
      throw new IllegalArgumentException(
          "Name '" + text + "' has an empty part; write catalog.schema.table or a.b");
    }
    parts.add(part);
    return end + 1;
  }
}
