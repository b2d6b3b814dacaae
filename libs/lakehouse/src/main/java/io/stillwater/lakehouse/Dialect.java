package io.stillwater.lakehouse;

/** Whose SQL a text is written for; quoting and type names differ. */
public enum Dialect {
  TRINO,
  SPARK,
  DUCKDB
}
