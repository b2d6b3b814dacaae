package io.stillwater.validator.domain;

/** Another replica has taken the request over: nothing may be recorded any more. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException(Lease lease) {
    super("The lease on %s was taken over; nothing is recorded here".formatted(lease.key()));
  }
}
