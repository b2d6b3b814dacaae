package io.stillwater.lakehouse.table;

public enum TableFormat {
  ICEBERG,
  DELTA,
  HUDI,
  HIVE
}
