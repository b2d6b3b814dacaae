package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.ColumnPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Which columns a Spark SQL expression names. It reads names, not meaning: what it cannot tell from
 * a column counts as one, so that a column in use is never missed.
 */
final class SqlColumns {
  private final String text;
  private final List<List<String>> paths = new ArrayList<>();
  private int at;

  private SqlColumns(String text) {
    this.text = text;
  }

  /**
   * As Delta's {@code containsDependentExpression} has it: one of the two paths is the other, or
   * begins with it, in any case.
   */
  static boolean uses(String expression, ColumnPath column) {
    SqlColumns reader = new SqlColumns(expression);
    reader.read();
    return reader.paths.stream().anyMatch(path -> overlaps(path, column.parts()));
  }

  private static boolean overlaps(List<String> path, List<String> column) {
    int shared = Math.min(path.size(), column.size());
    for (int i = 0; i < shared; i++) {
      if (!path.get(i).equalsIgnoreCase(column.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'' || c == '"') {
        skipLiteral(c);
      } else if (c == '.') {
        skipField();
      } else if (Character.isDigit(c)) {
        skipNumber();
      } else if (c == '`' || isNamePart(c)) {
        path();
      } else {
        at++;
      }
    }
  }

  /** Spark's text literals have backslash escapes; a doubled quote is two literals side by side. */
  private void skipLiteral(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  /** A field of what stands before the dot, such as an element of an array. */
  private void skipField() {
    at++;
    if (at < text.length() && (text.charAt(at) == '`' || isNamePart(text.charAt(at)))) {
      name();
    }
  }

  private void skipNumber() {
    while (at < text.length() && (isNamePart(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
  }

  private void path() {
    List<String> parts = new ArrayList<>();
    boolean quoted = text.charAt(at) == '`';
    parts.add(name());
    while (at + 1 < text.length()
        && text.charAt(at) == '.'
        && (text.charAt(at + 1) == '`' || isNamePart(text.charAt(at + 1)))) {
      at++;
      parts.add(name());
    }
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    boolean call = !quoted && next < text.length() && text.charAt(next) == '(';
    if (!call) {
      paths.add(parts);
    }
  }

  private String name() {
    if (text.charAt(at) != '`') {
      int start = at;
      while (at < text.length() && isNamePart(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }
    StringBuilder name = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '`') {
        name.append(c);
      } else if (at < text.length() && text.charAt(at) == '`') {
        name.append('`');
        at++;
      } else {
        break;
      }
    }
    return name.toString();
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c > 127;
  }
}
