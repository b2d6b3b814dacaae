package io.stillwater.planner.evidence.sql;

import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.sql.SqlSelect.Derived;
import io.stillwater.planner.evidence.sql.SqlSelect.Name;
import io.stillwater.planner.evidence.sql.SqlSelect.Named;
import io.stillwater.planner.evidence.sql.SqlSelect.Source;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a stored query reads: tables, the names of columns it uses of each, and of which tables its
 * result takes every column. Errs on the side of more: an alias may be taken for a column.
 */
public final class SqlReads {
  /** Longer texts are no queries that people keep. */
  public static final int MAX_LENGTH = 1_000_000;

  private final Map<String, SqlQuery> named;
  private final Function<List<String>, Optional<TableName>> tables;
  private final Map<TableName, TableRead> reads = new TreeMap<>();

  private SqlReads(
      Map<String, SqlQuery> named, Function<List<String>, Optional<TableName>> tables) {
    this.named = named;
    this.tables = tables;
  }

  /**
   * @param columns names in lower case
   * @param everyColumn whether {@code *} of the table reaches the result
   */
  public record TableRead(Set<String> columns, boolean everyColumn) {}

  /**
   * @param tables the table that a name of one or more parts, in lower case, stands for
   * @throws IllegalArgumentException for a text above {@link #MAX_LENGTH}
   */
  public static Map<TableName, TableRead> of(
      String text, Function<List<String>, Optional<TableName>> tables) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a query of " + text.length() + " characters is not read; at most " + MAX_LENGTH);
    }
    SqlParser parsed = new SqlParser(text).parse();
    SqlReads reads = new SqlReads(parsed.named, tables);
    reads.add(parsed.top);
    parsed.named.values().forEach(reads::add);
    reads.starsOf(parsed.top, new HashSet<>()).forEach(reads::everyColumn);
    return reads.reads;
  }

  private void add(SqlQuery query) {
    for (SqlSelect select : query.selects) {
      for (Source source : select.sources) {
        if (source instanceof Derived derived) {
          add(derived.query());
        } else {
          base(source).ifPresent(table -> read(table, Set.of()));
        }
      }
      select.names.forEach(name -> add(select, name));
    }
  }

  private void add(SqlSelect select, Name name) {
    for (SqlSelect scope = select; scope != null; scope = scope.outer) {
      Source qualified = name.qualifier() == null ? null : scope.byAlias.get(name.qualifier());
      if (qualified != null) {
        columnsOf(qualified).forEach(table -> read(table, Set.of(name.name())));
        return;
      }
    }
    Set<String> either =
        name.qualifier() == null
            ? Set.of(name.name())
            : new HashSet<>(List.of(name.qualifier(), name.name()));
    for (SqlSelect scope = select; scope != null; scope = scope.outer) {
      scope.sources.forEach(source -> columnsOf(source).forEach(table -> read(table, either)));
    }
  }

  /** The tables whose columns may be seen through a source. */
  private Set<TableName> columnsOf(Source source) {
    return expand(source, new HashSet<>());
  }

  private Set<TableName> starsOf(SqlQuery query, Set<SqlQuery> visited) {
    Set<TableName> stars = new LinkedHashSet<>();
    if (!visited.add(query)) {
      return stars;
    }
    for (SqlSelect select : query.selects) {
      if (select.everyColumn) {
        select.sources.forEach(source -> stars.addAll(expand(source, visited)));
      }
      for (String alias : select.everyColumnOf) {
        Source source = select.byAlias.get(alias);
        if (source != null) {
          stars.addAll(expand(source, visited));
        }
      }
    }
    return stars;
  }

  private Set<TableName> expand(Source source, Set<SqlQuery> visited) {
    if (source instanceof Derived derived) {
      return starsOf(derived.query(), visited);
    }
    SqlQuery query = query(source);
    return query == null ? base(source).map(Set::of).orElse(Set.of()) : starsOf(query, visited);
  }

  private Optional<TableName> base(Source source) {
    return query(source) == null && source instanceof Named name
        ? tables.apply(name.parts())
        : Optional.empty();
  }

  private SqlQuery query(Source source) {
    return source instanceof Named name && name.parts().size() == 1
        ? named.get(name.parts().get(0))
        : null;
  }

  private void everyColumn(TableName table) {
    TableRead read = reads.get(table);
    Set<String> columns = read == null ? new LinkedHashSet<>() : read.columns();
    reads.put(table, new TableRead(columns, true));
  }

  private void read(TableName table, Set<String> columns) {
    TableRead read =
        reads.computeIfAbsent(table, name -> new TableRead(new LinkedHashSet<>(), false));
    read.columns().addAll(columns);
  }
}
