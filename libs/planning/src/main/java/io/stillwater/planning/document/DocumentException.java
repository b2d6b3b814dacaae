package io.stillwater.planning.document;

import io.stillwater.events.release.DocumentError;

/** A text that is no document at all, so that nothing behind the place can be read. */
public final class DocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final boolean limit;

  public DocumentException(String message, Location at) {
    this("", message, at, false);
  }

  private DocumentException(String path, String message, Location at, boolean limit) {
    super(message + at);
    this.path = path;
    this.limit = limit;
  }

  static DocumentException at(String path, String message, Location at) {
    return new DocumentException(path, message, at, false);
  }

  /** A document so large, deep or repetitive that reading on would only cost time. */
  static DocumentException limit(String path, String message, Location at) {
    return new DocumentException(path, message, at, true);
  }

  boolean isLimit() {
    return limit;
  }

  DocumentError error() {
    return new DocumentError(path, getMessage());
  }
}
