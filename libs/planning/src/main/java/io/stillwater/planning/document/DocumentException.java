package io.stillwater.planning.document;

import io.stillwater.events.release.DocumentError;

/** A text that is no document at all, so that nothing behind the place can be read. */
public final class DocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  public DocumentException(String message, Location at) {
    super(message + at);
  }

  DocumentError error() {
    return new DocumentError("", getMessage());
  }
}
