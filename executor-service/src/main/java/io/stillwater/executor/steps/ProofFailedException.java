package io.stillwater.executor.steps;

/** The data do not allow what the plan wants; nothing was changed by this step. */
public class ProofFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProofFailedException(String message) {
    super(message);
  }
}
