package io.stillwater.messaging;

/**
 * Thrown by a handler for an event it can never handle; the message is the dead letter's reason.
 */
public final class PoisonEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PoisonEventException(String reason) {
    super(reason);
  }

  public PoisonEventException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
