package io.stillwater.messaging.cloudevents;

/**
 * A record that is no CloudEvent, or whose data is not what its type says; the message says why.
 */
public final class UnreadableEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableEventException(String reason) {
    super(reason);
  }

  public UnreadableEventException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
