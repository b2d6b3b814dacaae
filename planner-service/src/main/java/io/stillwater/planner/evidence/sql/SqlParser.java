package io.stillwater.planner.evidence.sql;

import io.stillwater.planner.evidence.sql.SqlSelect.Derived;
import io.stillwater.planner.evidence.sql.SqlSelect.Name;
import io.stillwater.planner.evidence.sql.SqlSelect.Named;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the SELECTs of a query, what each reads from and the names in it. It understands no
 * expressions and refuses nothing: what it cannot place counts as the name of a column.
 */
final class SqlParser {
  final SqlQuery top = new SqlQuery();
  final Map<String, SqlQuery> named = new HashMap<>();
  private final SqlCursor text;
  private final Deque<SqlFrame> frames = new ArrayDeque<>();

  SqlParser(String text) {
    this.text = new SqlCursor(text);
    frames.push(new SqlFrame(top, null, null));
  }

  SqlParser parse() {
    while (!text.atEnd()) {
      SqlToken token = text.peek(0);
      if (token.isSymbol("(")) {
        open();
      } else if (token.isSymbol(")")) {
        close();
      } else if (token.isSymbol(",")) {
        frames.peek().comma();
        text.step();
      } else if (token.isSymbol("*")) {
        star();
      } else if (token.isName()) {
        name(token);
      } else {
        text.step();
      }
    }
    return this;
  }

  private void open() {
    SqlFrame around = frames.peek();
    String next = text.peek(1).keyword();
    boolean query = next.equals("SELECT") || next.equals("WITH");
    if (query || (around.expectsSource && next.isEmpty() && text.peek(1).isSymbol("("))) {
      SqlQuery inner = new SqlQuery();
      String name = query ? text.nameBefore() : null;
      if (name != null) {
        named.put(name, inner);
      }
      boolean source = name == null && around.expectsSource;
      frames.push(new SqlFrame(inner, around.select, source ? around : null));
    } else {
      frames.push(around.inParentheses());
    }
    text.step();
  }

  private void close() {
    text.step();
    SqlFrame closed = frames.peek();
    if (frames.size() > 1) {
      frames.pop();
    }
    if (closed.sourceOf != null) {
      String alias = text.alias();
      closed.sourceOf.select.read(new Derived(closed.query), alias);
      closed.sourceOf.expectsSource = false;
    }
  }

  private void star() {
    SqlFrame frame = frames.peek();
    String before = text.peek(-1).keyword();
    boolean item =
        before.equals("SELECT")
            || before.equals("DISTINCT")
            || before.equals("ALL")
            || (text.peek(-1).isSymbol(",") && !frame.parentheses);
    if (text.peek(-1).isSymbol(".") && text.peek(-2).isName()) {
      frame.select().everyColumnOf.add(text.peek(-2).lower());
    } else if (item) {
      frame.select().everyColumn = true;
    }
    text.step();
  }

  private void name(SqlToken token) {
    SqlFrame frame = frames.peek();
    String keyword = token.keyword();
    if (keyword.equals("SELECT")) {
      frame.select = new SqlSelect(frame.outer);
      frame.query.selects.add(frame.select);
      frame.inFrom = false;
      frame.expectsSource = false;
      text.step();
    } else if (keyword.equals("FROM") && frame.select != null && !frame.parentheses) {
      frame.inFrom = true;
      frame.expectsSource = true;
      text.step();
    } else if (keyword.equals("JOIN") && frame.inFrom) {
      frame.expectsSource = true;
      text.step();
    } else if (SqlWords.END_OF_FROM.contains(keyword)
        || SqlWords.SET_OPERATIONS.contains(keyword)) {
      frame.inFrom = false;
      frame.expectsSource = false;
      text.step();
    } else if (frame.expectsSource && !keyword.equals("LATERAL")) {
      source(frame);
    } else {
      reference(frame);
    }
  }

  private void source(SqlFrame frame) {
    List<String> parts = text.dotted();
    frame.expectsSource = false;
    if (text.peek(0).isSymbol("(")) {
      return; // a table function, UNNEST …: what is in its parentheses are names of columns
    }
    String alias = text.alias();
    frame.select().read(new Named(parts), alias == null ? parts.get(parts.size() - 1) : alias);
  }

  private void reference(SqlFrame frame) {
    List<String> parts = text.dotted();
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
}
