package io.stillwater.planner.evidence.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One SELECT: what it reads from, which names it uses, and whether it takes every column. */
final class SqlSelect {
  /** The SELECT around it, whose tables a correlated subquery sees; null for none. */
  final SqlSelect outer;

  final List<Source> sources = new ArrayList<>();
  final Map<String, Source> byAlias = new HashMap<>();
  final List<Name> names = new ArrayList<>();
  boolean everyColumn;
  final List<String> everyColumnOf = new ArrayList<>();

  SqlSelect(SqlSelect outer) {
    this.outer = outer;
  }

  void read(Source source, String alias) {
    sources.add(source);
    if (alias != null) {
      byAlias.put(alias, source);
    }
  }

  /** What stands in FROM: a name of one or more parts, or a query in parentheses. */
  sealed interface Source {}

  record Named(List<String> parts) implements Source {
    Named {
      parts = List.copyOf(parts);
    }
  }

  record Derived(SqlQuery query) implements Source {}

  /**
   * @param qualifier what stands before the dot; null for nothing
   */
  record Name(String qualifier, String name) {}
}
