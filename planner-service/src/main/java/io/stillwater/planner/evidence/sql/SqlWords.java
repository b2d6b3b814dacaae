package io.stillwater.planner.evidence.sql;

import java.util.Set;

/** Keywords, in upper case, that say where a part of a query begins or ends. */
final class SqlWords {
  static final Set<String> SET_OPERATIONS = Set.of("UNION", "INTERSECT", "EXCEPT", "MINUS");

  /** Words that end FROM, or cannot be an alias in it. */
  static final Set<String> NO_ALIAS =
      Set.of(
          "ON",
          "USING",
          "WHERE",
          "GROUP",
          "HAVING",
          "ORDER",
          "LIMIT",
          "OFFSET",
          "FETCH",
          "UNION",
          "INTERSECT",
          "EXCEPT",
          "MINUS",
          "JOIN",
          "INNER",
          "LEFT",
          "RIGHT",
          "FULL",
          "CROSS",
          "NATURAL",
          "WINDOW",
          "TABLESAMPLE",
          "FOR",
          "LATERAL",
          "QUALIFY",
          "SELECT",
          "WITH");

  static final Set<String> END_OF_FROM =
      Set.of("WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "FETCH", "WINDOW", "QUALIFY");

  private SqlWords() {}
}
