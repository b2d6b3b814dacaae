package io.stillwater.messaging;

/** The service is shutting down; the record was not handled and will be delivered again. */
public final class DrainingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DrainingException(String message) {
    super(message);
  }
}
