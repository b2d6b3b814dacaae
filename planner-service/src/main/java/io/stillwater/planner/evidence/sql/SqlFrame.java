package io.stillwater.planner.evidence.sql;

/** Where the reading stands inside one pair of parentheses. */
final class SqlFrame {
  final SqlQuery query;
  final SqlSelect outer;
  final SqlFrame sourceOf;
  SqlSelect select;
  boolean inFrom;
  boolean expectsSource;
  boolean parentheses;

  SqlFrame(SqlQuery query, SqlSelect outer, SqlFrame sourceOf) {
    this.query = query;
    this.outer = outer;
    this.sourceOf = sourceOf;
  }

  /** Parentheses of an expression, or around joined tables. */
  SqlFrame inParentheses() {
    SqlFrame inner = new SqlFrame(query, outer, null);
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
