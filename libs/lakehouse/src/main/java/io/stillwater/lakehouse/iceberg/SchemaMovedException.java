package io.stillwater.lakehouse.iceberg;

/** Somebody else changed the table's schema, and the change that was asked for rests on the old. */
public class SchemaMovedException extends TableEditException {
  private static final long serialVersionUID = 1L;

  public SchemaMovedException(String message) {
    super(message);
  }

  public SchemaMovedException(String message, Throwable cause) {
    super(message, cause);
  }
}
