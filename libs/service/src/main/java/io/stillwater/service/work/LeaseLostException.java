package io.stillwater.service.work;

/** Somebody else has taken the work over: nothing may be recorded any more. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException(Lease<?> lease) {
    super(
        "The lease on %s ran out and was taken over; this worker records nothing"
            .formatted(lease.key()));
  }
}
