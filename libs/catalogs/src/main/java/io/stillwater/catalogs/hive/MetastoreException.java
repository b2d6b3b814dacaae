package io.stillwater.catalogs.hive;

/** The metastore did not answer, or with an error. */
public final class MetastoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MetastoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
