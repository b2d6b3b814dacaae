package io.stillwater.planner.evidence.sql;

import java.util.ArrayList;
import java.util.List;

/** A place in the tokens of a query, and what is read from there. */
final class SqlCursor {
  private static final SqlToken NOTHING = new SqlToken(SqlToken.Kind.LITERAL, "", true);

  private final List<SqlToken> tokens;
  private int at;

  SqlCursor(String text) {
    this.tokens = SqlTokens.of(text);
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  void step() {
    at++;
  }

  /** The token so far ahead, or behind where negative; beyond the text one that is nothing. */
  SqlToken peek(int ahead) {
    int index = at + ahead;
    return index >= 0 && index < tokens.size() ? tokens.get(index) : NOTHING;
  }

  /** Reads {@code a.b.c}; leaves a star behind the last dot where it is. */
  List<String> dotted() {
    List<String> parts = new ArrayList<>();
    parts.add(tokens.get(at++).lower());
    while (peek(0).isSymbol(".") && peek(1).isName()) {
      parts.add(peek(1).lower());
      at += 2;
    }
    if (peek(0).isSymbol(".")) {
      at++;
    }
    return parts;
  }

  /** Reads an alias, with or without AS; null where there is none. */
  String alias() {
    if (peek(0).keyword().equals("AS")) {
      at++;
    }
    if (peek(0).isName() && !SqlWords.NO_ALIAS.contains(peek(0).keyword())) {
      return tokens.get(at++).lower();
    }
    return null;
  }

  /** {@code x AS (SELECT} and {@code x (a, b) AS (SELECT} name a query; else null. */
  String nameBefore() {
    int as = at - 1;
    if (as >= 0 && tokens.get(as).keyword().equals("MATERIALIZED")) {
      as -= tokens.get(Math.max(0, as - 1)).keyword().equals("NOT") ? 2 : 1;
    }
    if (as < 1 || !tokens.get(as).keyword().equals("AS")) {
      return null;
    }
    int name = as - 1;
    if (tokens.get(name).isSymbol(")")) {
      while (name > 0 && !tokens.get(name).isSymbol("(")) {
        name--;
      }
      name--;
    }
    return name >= 0 && tokens.get(name).isName() ? tokens.get(name).lower() : null;
  }
}
