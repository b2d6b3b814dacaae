package io.stillwater.lakehouse.type;

/** A type's text, read word by word. */
final class TypeTokens {
  private final String text;
  private int at;

  TypeTokens(String text) {
    this.text = text;
  }

  String word() {
    skipSpaces();
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    if (start == at) {
      throw error("a name is expected");
    }
    return text.substring(start, at);
  }

  /** A word, or any text in double quotes or backticks with the quote doubled inside. */
  String fieldName() {
    skipSpaces();
    if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '`')) {
      return quoted(text.charAt(at++));
    }
    return word();
  }

  int number() {
    String word = word();
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw error("'" + word + "' is no number");
    }
  }

  boolean atOpening() {
    skipSpaces();
    return at < text.length() && "(<[".indexOf(text.charAt(at)) >= 0;
  }

  /** Returns the bracket that closes the one read. */
  char open() {
    if (!atOpening()) {
      throw error("'<' or '(' is expected");
    }
    return switch (text.charAt(at++)) {
      case '<' -> '>';
      case '[' -> ']';
      default -> ')';
    };
  }

  /** What stands in brackets here, as it is written and with them; empty where none open. */
  String bracketed() {
    if (!atOpening()) {
      return "";
    }
    int start = at;
    int depth = 0;
    do {
      if (at == text.length()) {
        throw error("a bracket is not closed");
      }
      char c = text.charAt(at++);
      depth += "(<[".indexOf(c) >= 0 ? 1 : ")>]".indexOf(c) >= 0 ? -1 : 0;
    } while (depth > 0);
    return text.substring(start, at);
  }

  boolean skip(char c) {
    skipSpaces();
    boolean there = at < text.length() && text.charAt(at) == c;
    if (there) {
      at++;
    }
    return there;
  }

  void expect(char c) {
    if (!skip(c)) {
      throw error("'" + c + "' is expected");
    }
  }

  /** Takes all of the words or none. */
  boolean skipWords(String... words) {
    int start = at;
    for (String word : words) {
      skipSpaces();
      int end = at + word.length();
      boolean there =
          text.regionMatches(true, at, word, 0, word.length())
              && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      if (!there) {
        at = start;
        return false;
      }
      at = end;
    }
    return true;
  }

  void expectEnd() {
    skipSpaces();
    if (at < text.length()) {
      throw error("nothing more is expected");
    }
  }

  IllegalArgumentException error(String what) {
    return new IllegalArgumentException("Type '" + text + "', at " + at + ": " + what);
  }

  private String quoted(char quote) {
    StringBuilder name = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != quote) {
        name.append(c);
      } else if (at < text.length() && text.charAt(at) == quote) {
        name.append(quote);
        at++;
      } else {
        return name.toString();
      }
    }
    throw error("the quote is not closed");
  }

  private void skipSpaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
