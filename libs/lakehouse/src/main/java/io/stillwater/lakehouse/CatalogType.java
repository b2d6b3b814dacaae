package io.stillwater.lakehouse;

import java.util.Locale;

/** How a catalog is reached. */
public enum CatalogType {
  JDBC,
  REST;

  /**
   * @throws IllegalArgumentException for a type that is not supported
   */
  public static CatalogType parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "jdbc" -> JDBC;
      case "rest" -> REST;
      default ->
          throw new IllegalArgumentException(
              "Catalog type '" + text + "' is not supported; use jdbc or rest");
    };
  }
}
