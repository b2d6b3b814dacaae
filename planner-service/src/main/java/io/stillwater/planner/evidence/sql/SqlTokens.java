package io.stillwater.planner.evidence.sql;

import io.stillwater.planner.evidence.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a query of any dialect into names, literals and symbols: double quotes and backticks hold
 * names, single quotes literals, comments are left out. What is not closed ends with the text.
 */
final class SqlTokens {
  private final String text;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;

  private SqlTokens(String text) {
    this.text = text;
  }

  static List<SqlToken> of(String text) {
    return new SqlTokens(text).read();
  }

  private List<SqlToken> read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (text.startsWith("--", at)) {
        skipTo("\n");
      } else if (text.startsWith("/*", at)) {
        at += 2;
        skipTo("*/");
      } else if (c == '\'') {
        add(Kind.LITERAL, quoted(c), true);
      } else if (c == '"' || c == '`') {
        add(Kind.NAME, quoted(c), true);
      } else if (Character.isLetterOrDigit(c) || c == '_') {
        word(Character.isDigit(c));
      } else {
        add(Kind.SYMBOL, String.valueOf(c), false);
        at++;
      }
    }
    return tokens;
  }

  private void word(boolean number) {
    int start = at;
    while (at < text.length() && isPart(text.charAt(at))) {
      at++;
    }
    add(number ? Kind.LITERAL : Kind.NAME, text.substring(start, at), false);
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@';
  }

  private String quoted(char quote) {
    StringBuilder inside = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != quote) {
        inside.append(c);
      } else if (at < text.length() && text.charAt(at) == quote) {
        inside.append(c);
        at++;
      } else {
        break;
      }
    }
    return inside.toString();
  }

  private void skipTo(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found + end.length();
  }

  private void add(Kind kind, String value, boolean quoted) {
    tokens.add(new SqlToken(kind, value, quoted));
  }
}
