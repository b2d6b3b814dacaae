package io.stillwater.lakehouse.iceberg;

/** A table's present state does not allow a change; the message says which and why. */
public class TableEditException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TableEditException(String message) {
    super(message);
  }

  public TableEditException(String message, Throwable cause) {
    super(message, cause);
  }
}
