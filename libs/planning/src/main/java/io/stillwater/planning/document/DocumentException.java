package io.stillwater.planning.document;

import io.stillwater.events.release.DocumentError;

/** A text that is no document at all, so that nothing behind the place can be read. */
public final class DocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean limit;

  public DocumentException(String message, Location at) {
    this(message, at, false);
  }

  private DocumentException(String message, Location at, boolean limit) {
    super(message + at);
    this.limit = limit;
  }

  /** A document so large, deep or repetitive that reading on would only cost time. */
  static DocumentException limit(String message, Location at) {
    return new DocumentException(message, at, true);
  }

  boolean isLimit() {
    return limit;
  }

  DocumentError error() {
    return new DocumentError("", getMessage());
  }
}
