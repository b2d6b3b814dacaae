package io.stillwater.cli.demo.lake;

import io.stillwater.lakehouse.TableName;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;

/** The tables of the demo's lake, as they are before the reference release. */
public enum DemoTable {
  ORDERS(
      TableName.of("lake", "sales", "orders"),
      200_000,
      new Schema(
          Types.NestedField.required(1, "order_id", Types.LongType.get()),
          Types.NestedField.optional(2, "user_id", Types.LongType.get()),
          Types.NestedField.optional(3, "product_id", Types.LongType.get()),
          Types.NestedField.optional(4, "amount", Types.DoubleType.get()),
          Types.NestedField.optional(5, "created_at", Types.TimestampType.withoutZone())),
      """
      SELECT i AS order_id, i %% 20000 AS user_id, i %% 2000 AS product_id,
        1 + (i %% 5000) / 10.0::DOUBLE AS amount,
        TIMESTAMP '2026-01-01' + INTERVAL (i) SECOND AS created_at
      FROM range(%d, %d) AS rows(i)"""),
  USERS(
      TableName.of("lake", "crm", "users"),
      20_000,
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "fname", Types.StringType.get()),
          Types.NestedField.optional(3, "email", Types.StringType.get())),
      """
      SELECT i AS id, 'Name' || (i %% 997) AS fname, 'user' || i || '@example.org' AS email
      FROM range(%d, %d) AS rows(i)"""),
  PRODUCTS(
      TableName.of("lake", "catalog", "products"),
      2_000,
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "name", Types.StringType.get()),
          Types.NestedField.optional(3, "price", Types.FloatType.get())),
      """
      SELECT i AS id, 'Product ' || i AS name, (1 + (i %% 500) / 7.0)::FLOAT AS price
      FROM range(%d, %d) AS rows(i)""");

  private final TableName table;
  private final long rows;
  private final Schema schema;
  private final String query;

  DemoTable(TableName table, long rows, Schema schema, String query) {
    this.table = table;
    this.rows = rows;
    this.schema = schema;
    this.query = query;
  }

  public TableName table() {
    return table;
  }

  /** How many rows there are before the writer starts. */
  public long rows() {
    return rows;
  }

  Schema schema() {
    return schema;
  }

  public List<String> columns() {
    return schema.columns().stream().map(Types.NestedField::name).toList();
  }

  /** Rows by number, each always with the same values. */
  public String rows(long from, long to) {
    return query.formatted(from, to);
  }
}
