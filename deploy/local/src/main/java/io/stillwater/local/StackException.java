package io.stillwater.local;

/** The local stack cannot do what was asked; the message says why and what to do. */
public final class StackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackException(String message) {
    super(message);
  }
}
