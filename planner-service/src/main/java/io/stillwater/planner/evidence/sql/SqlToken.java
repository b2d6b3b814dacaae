package io.stillwater.planner.evidence.sql;

import java.util.Locale;

/**
 * @param quoted whether a name stood in quotes, and so is no keyword
 */
record SqlToken(Kind kind, String text, boolean quoted) {
  enum Kind {
    NAME,
    SYMBOL,
    LITERAL
  }

  boolean isName() {
    return kind == Kind.NAME;
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** The word in upper case, or nothing that any keyword equals. */
  String keyword() {
    return kind == Kind.NAME && !quoted ? text.toUpperCase(Locale.ROOT) : "";
  }

  /** As names are compared, quoted or not. */
  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }
}
