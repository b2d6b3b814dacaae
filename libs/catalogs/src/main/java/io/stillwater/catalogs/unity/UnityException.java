package io.stillwater.catalogs.unity;

/** Unity Catalog answered with an error. */
public final class UnityException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnityException(String message) {
    super(message);
  }
}
