package io.stillwater.executor.work;

/** Somebody else has taken the work over: nothing may be recorded any more. */
public class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException(Lease lease) {
    super(
        "The lease on %s %s ran out and was taken over; this worker records nothing"
            .formatted(lease.kind(), lease.id()));
  }
}
