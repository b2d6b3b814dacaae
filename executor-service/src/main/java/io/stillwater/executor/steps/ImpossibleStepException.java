package io.stillwater.executor.steps;

/** The step cannot be done however often it is tried; says what stands in its way. */
public class ImpossibleStepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImpossibleStepException(String message) {
    super(message);
  }
}
