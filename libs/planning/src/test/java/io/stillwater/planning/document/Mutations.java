package io.stillwater.planning.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random edits of a document that was valid before. */
final class Mutations {
  private static final List<String> PIECES =
      List.of(
          "~",
          "null",
          "true",
          "-1",
          "0",
          "3.0",
          "1e5",
          ".nan",
          "2024-01-01",
          "''",
          "[]",
          "{}",
          "[a]",
          "{a: b}",
          "*x",
          "&x ",
          "!!int ",
          "<<: {}",
          "? ",
          "- ",
          "# ",
          "|",
          ">",
          "\t",
          "\u0000",
          "\ufeff",
          "'",
          "\"",
          "\\",
          ":",
          "a.b",
          "a..b",
          "lake.sales",
          "bigint",
          "decimal(99,1)",
          "P2D",
          "14d",
          "P1Y",
          "100%",
          "-5%",
          "SW101",
          "SW204",
          "SW999",
          "999999999999999999999",
          "view",
          "x: y",
          "operation",
          "column",
          "first: true",
          "after: a",
          "kind: Environment",
          "---");

  private Mutations() {}

  static String of(String text, long seed, int edits) {
    Random random = new Random(seed);
    String result = text;
    for (int i = 0; i < edits; i++) {
      result = edit(result, random);
    }
    return result;
  }

  private static String edit(String text, Random random) {
    if (text.isEmpty()) {
      return PIECES.get(random.nextInt(PIECES.size()));
    }
    int at = random.nextInt(text.length());
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(8)) {
      case 0 -> text.substring(0, at) + piece + text.substring(at);
      case 1 -> text.substring(0, at) + text.substring(at + 1);
      case 2 -> text.substring(0, at) + (char) random.nextInt(0x3000) + text.substring(at + 1);
      case 3 -> lines(text, random, true);
      case 4 -> lines(text, random, false);
      case 5 -> text.substring(0, at);
      default -> word(text, at, piece);
    };
  }

  /** Puts a piece in place of the word at a position: most such documents still parse. */
  private static String word(String text, int at, String piece) {
    int start = at;
    while (start > 0 && inWord(text.charAt(start - 1))) {
      start--;
    }
    int end = at;
    while (end < text.length() && inWord(text.charAt(end))) {
      end++;
    }
    return text.substring(0, start) + piece + text.substring(end);
  }

  private static boolean inWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '%';
  }

  private static String lines(String text, Random random, boolean twice) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.size() < 2) {
      return text;
    }
    int at = random.nextInt(lines.size());
    if (twice) {
      lines.add(at, lines.get(random.nextInt(lines.size())));
    } else {
      Collections.swap(lines, at, random.nextInt(lines.size()));
    }
    return String.join("\n", lines) + "\n";
  }
}
