package io.stillwater.cli.demo.traffic;

import io.stillwater.cli.demo.lake.DemoTable;
import java.util.List;
import java.util.Map;

/**
 * What a reader asks.
 *
 * @param newColumns columns by table that must be there before this can be asked
 * @param sql with a table's constant in braces where its name goes
 */
record Question(List<DemoTable> tables, Map<DemoTable, String> newColumns, String sql) {

  /** By the names that the readers have always known, and by the new ones once they are there. */
  static final List<Question> ALL =
      List.of(
          old("SELECT count(*), sum(amount) FROM {ORDERS} WHERE user_id < 5000", DemoTable.ORDERS),
          old("SELECT fname, count(*) FROM {USERS} GROUP BY fname", DemoTable.USERS),
          old("SELECT max(name), avg(price) FROM {PRODUCTS}", DemoTable.PRODUCTS),
          old(
              "SELECT u.fname, sum(o.amount) FROM {ORDERS} o JOIN {USERS} u ON o.user_id = u.id"
                  + " WHERE o.order_id % 50 = 0 GROUP BY u.fname",
              DemoTable.ORDERS, DemoTable.USERS),
          withNew(
              DemoTable.USERS,
              "first_name",
              "SELECT first_name, count(*) FROM {USERS} GROUP BY first_name"),
          withNew(
              DemoTable.ORDERS,
              "discount_pct",
              "SELECT sum(amount * (1 - coalesce(discount_pct, 0) / 100)) FROM {ORDERS}"));

  private static Question old(String sql, DemoTable... tables) {
    return new Question(List.of(tables), Map.of(), sql);
  }

  private static Question withNew(DemoTable table, String column, String sql) {
    return new Question(List.of(table), Map.of(table, column), sql);
  }
}
