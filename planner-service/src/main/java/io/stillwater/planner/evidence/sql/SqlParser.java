package io.stillwater.planner.evidence.sql;

import io.stillwater.planner.evidence.sql.SqlSelect.Derived;
import io.stillwater.planner.evidence.sql.SqlSelect.Name;
import io.stillwater.planner.evidence.sql.SqlSelect.Named;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the SELECTs of a query, what each reads from and the names in it. It understands no
 * expressions and refuses nothing: what it cannot place counts as the name of a column.
 */
final class SqlParser {
  private static final Set<String> SET_OPERATIONS = Set.of("UNION", "INTERSECT", "EXCEPT", "MINUS");

  /** Words that end FROM, or cannot be an alias in it. */
  private static final Set<String> NO_ALIAS =
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

  private static final Set<String> END_OF_FROM =
      Set.of("WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "FETCH", "WINDOW", "QUALIFY");

  final SqlQuery top = new SqlQuery();
  final Map<String, SqlQuery> named = new HashMap<>();
  private final List<SqlToken> tokens;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private int at;

  SqlParser(String text) {
    this.tokens = SqlTokens.of(text);
    frames.push(new Frame(top, null, null));
  }

  SqlParser parse() {
    while (at < tokens.size()) {
      SqlToken token = tokens.get(at);
      if (token.isSymbol("(")) {
        open();
      } else if (token.isSymbol(")")) {
        close();
      } else if (token.isSymbol(",")) {
        frames.peek().comma();
        at++;
      } else if (token.isSymbol("*")) {
        star();
      } else if (token.isName()) {
        name(token);
      } else {
        at++;
      }
    }
    return this;
  }

  private void open() {
    Frame around = frames.peek();
    String next = peek(1).keyword();
    boolean query = next.equals("SELECT") || next.equals("WITH");
    if (query || (around.expectsSource && next.isEmpty() && peek(1).isSymbol("("))) {
      SqlQuery inner = new SqlQuery();
      String name = query ? nameBefore() : null;
      if (name != null) {
        named.put(name, inner);
      }
      boolean source = name == null && around.expectsSource;
      frames.push(new Frame(inner, around.select, source ? around : null));
    } else {
      frames.push(around.inParentheses());
    }
    at++;
  }

  /** {@code x AS (SELECT} and {@code x (a, b) AS (SELECT} name a query. */
  private String nameBefore() {
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
    return name >= 0 && tokens.get(name).isName() ? lower(tokens.get(name)) : null;
  }

  private void close() {
    at++;
    Frame closed = frames.peek();
    if (frames.size() > 1) {
      frames.pop();
    }
    if (closed.sourceOf != null) {
      String alias = alias();
      closed.sourceOf.select.read(new Derived(closed.query), alias);
      closed.sourceOf.expectsSource = false;
    }
  }

  private void star() {
    Frame frame = frames.peek();
    String before = peek(-1).keyword();
    boolean item =
        before.equals("SELECT")
            || before.equals("DISTINCT")
            || before.equals("ALL")
            || (peek(-1).isSymbol(",") && !frame.parentheses);
    if (peek(-1).isSymbol(".") && peek(-2).isName()) {
      frame.select().everyColumnOf.add(lower(peek(-2)));
    } else if (item) {
      frame.select().everyColumn = true;
    }
    at++;
  }

  private void name(SqlToken token) {
    Frame frame = frames.peek();
    String keyword = token.keyword();
    if (keyword.equals("SELECT")) {
      frame.select = new SqlSelect(frame.outer);
      frame.query.selects.add(frame.select);
      frame.inFrom = false;
      frame.expectsSource = false;
      at++;
    } else if (keyword.equals("FROM") && frame.select != null && !frame.parentheses) {
      frame.inFrom = true;
      frame.expectsSource = true;
      at++;
    } else if (keyword.equals("JOIN") && frame.inFrom) {
      frame.expectsSource = true;
      at++;
    } else if (END_OF_FROM.contains(keyword) || SET_OPERATIONS.contains(keyword)) {
      frame.inFrom = false;
      frame.expectsSource = false;
      at++;
    } else if (frame.expectsSource && !keyword.equals("LATERAL")) {
      source(frame);
    } else {
      reference(frame);
    }
  }

  private void source(Frame frame) {
    List<String> parts = dotted();
    frame.expectsSource = false;
    if (peek(0).isSymbol("(")) {
      return; // a table function, UNNEST …: what is in its parentheses are names of columns
    }
    String alias = alias();
    frame.select().read(new Named(parts), alias == null ? parts.get(parts.size() - 1) : alias);
  }

  private String alias() {
    if (peek(0).keyword().equals("AS")) {
      at++;
    }
    if (peek(0).isName() && !NO_ALIAS.contains(peek(0).keyword())) {
      return lower(tokens.get(at++));
    }
    return null;
  }

  private void reference(Frame frame) {
    List<String> parts = dotted();
    List<Name> names = frame.select().names;
    if (parts.size() == 1) {
      names.add(new Name(null, parts.get(0)));
      return;
    }
    // Of a.b.c any may be the table and any the column: each neighbour is a candidate.
    for (int i = 1; i < parts.size(); i++) {
      names.add(new Name(parts.get(i - 1), parts.get(i)));
    }
  }

  /** Reads {@code a.b.c}; leaves a star behind the last dot where it is. */
  private List<String> dotted() {
    List<String> parts = new ArrayList<>();
    parts.add(lower(tokens.get(at++)));
    while (peek(0).isSymbol(".") && peek(1).isName()) {
      parts.add(lower(peek(1)));
      at += 2;
    }
    if (peek(0).isSymbol(".")) {
      at++;
    }
    return parts;
  }

  private SqlToken peek(int ahead) {
    int index = at + ahead;
    return index >= 0 && index < tokens.size()
        ? tokens.get(index)
        : new SqlToken(SqlToken.Kind.LITERAL, "", true);
  }

  private static String lower(SqlToken token) {
    return token.text().toLowerCase(Locale.ROOT);
  }

  /** Where the reading stands inside one pair of parentheses. */
  private static final class Frame {
    private final SqlQuery query;
    private final SqlSelect outer;
    private final Frame sourceOf;
    private SqlSelect select;
    private boolean inFrom;
    private boolean expectsSource;
    private boolean parentheses;

    Frame(SqlQuery query, SqlSelect outer, Frame sourceOf) {
      this.query = query;
      this.outer = outer;
      this.sourceOf = sourceOf;
    }

    /** Parentheses of an expression, or around joined tables. */
    Frame inParentheses() {
      Frame inner = new Frame(query, outer, null);
      inner.select = select();
      inner.inFrom = expectsSource;
      inner.expectsSource = expectsSource;
      inner.parentheses = !expectsSource;
      expectsSource = false;
      return inner;
    }

    void comma() {
      expectsSource = inFrom;
    }

    /** Text that starts with no SELECT has one all the same, so that no name is lost. */
    SqlSelect select() {
      if (select == null) {
        select = new SqlSelect(outer);
        query.selects.add(select);
      }
      return select;
    }
  }
}
