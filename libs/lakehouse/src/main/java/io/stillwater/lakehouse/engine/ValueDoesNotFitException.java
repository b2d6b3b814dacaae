package io.stillwater.lakehouse.engine;

/** Values do not survive the cast to a narrower type; the message has their number and examples. */
public class ValueDoesNotFitException extends QueryException {
  private static final long serialVersionUID = 1L;

  public ValueDoesNotFitException(String message) {
    super(message);
  }
}
