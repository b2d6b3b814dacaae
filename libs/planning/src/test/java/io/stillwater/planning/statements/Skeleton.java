package io.stillwater.planning.statements;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement as an engine's lexer takes it apart.
 *
 * @param words the statement with a mark in place of each name and text
 * @param names quoted names, unquoted again
 * @param texts literals, unquoted again
 * @param statements the single ones where several are joined by semicolons
 */
record Skeleton(String words, List<String> names, List<String> texts, List<String> statements) {

  /** SqlBase.g4 of Trino: both kinds of quotes are doubled inside, nothing else is special. */
  static Skeleton trino(String sql) {
    return new Reader(sql, '"', false).read();
  }

  /** SqlBaseLexer.g4 of Spark: backticks are doubled, literals read backslash escapes. */
  static Skeleton spark(String sql) {
    return new Reader(sql, '`', true).read();
  }

  private static final class Reader {
    private final String sql;
    private final char nameQuote;
    private final boolean backslashes;
    private final StringBuilder words = new StringBuilder();
    private final List<String> names = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private int start;
    private int at;

    private Reader(String sql, char nameQuote, boolean backslashes) {
      this.sql = sql;
      this.nameQuote = nameQuote;
      this.backslashes = backslashes;
    }

    private Skeleton read() {
      while (at < sql.length()) {
        char c = sql.charAt(at++);
        if (c == nameQuote) {
          names.add(quoted(c, false));
          words.append('¤');
        } else if (c == '\'') {
          texts.add(quoted(c, backslashes));
          words.append('§');
        } else {
          words.append(c);
          if (c == ';') {
            statements.add(sql.substring(start, at - 1));
            start = at;
          }
        }
      }
      statements.add(sql.substring(start));
      return new Skeleton(words.toString(), names, texts, statements);
    }

    private String quoted(char quote, boolean escapes) {
      StringBuilder text = new StringBuilder();
      while (at < sql.length()) {
        char c = sql.charAt(at++);
        if (escapes && c == '\\') {
          text.append(sql.charAt(at++));
        } else if (c != quote) {
          text.append(c);
        } else if (!escapes && at < sql.length() && sql.charAt(at) == quote) {
          text.append(quote);
          at++;
        } else {
          return text.toString();
        }
      }
      throw new AssertionError("a quote is not closed: " + sql);
    }
  }
}
