package io.stillwater.lakehouse;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a catalog is reached. */
public enum CatalogType {
  /** Iceberg's JDBC catalog. */
  JDBC,
  /** Iceberg's REST catalog protocol. */
  REST,
  /** A Hive metastore, with tables of every format. */
  HIVE,
  /** Delta tables by their paths. */
  DELTA,
  /** Hudi tables by their paths. */
  HUDI,
  /** Unity Catalog's tables API; its Iceberg endpoint is a REST catalog. */
  UNITY;

  /** Whether the tables lie in one warehouse that is looked through, with no server to ask. */
  public boolean isByPath() {
    return this == DELTA || this == HUDI;
  }

  /**
   * @throws IllegalArgumentException for a type that is not supported
   */
  public static CatalogType parse(String text) {
    for (CatalogType type : values()) {
      if (type.name().equals(text.toUpperCase(Locale.ROOT))) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "Catalog type '"
            + text
            + "' is not supported; use one of "
            + Arrays.stream(values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
  }
}
