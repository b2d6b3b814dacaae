package io.stillwater.planner.catalogs;

import io.stillwater.lakehouse.TableName;

/** A catalog did not say what a table is: it may answer later. */
public final class UnreadableCatalogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableCatalogException(TableName table, RuntimeException cause) {
    super(
        "catalog " + table.catalog() + " could not be read for " + table + ": " + reason(cause),
        cause);
  }

  private static String reason(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null
        ? root.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
