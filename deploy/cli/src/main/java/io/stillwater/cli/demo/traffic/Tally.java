package io.stillwater.cli.demo.traffic;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What readers or writers did, counted from several threads. */
public final class Tally {
  private static final int REMEMBERED = 20;

  private final AtomicLong done = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile Span span;
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  void done() {
    done.incrementAndGet();
  }

  synchronized void failed(String how) {
    failed.incrementAndGet();
    Instant now = Instant.now();
    span = span == null ? new Span(now, now) : new Span(span.first(), now);
    if (failures.size() < REMEMBERED) {
      failures.add(how);
    }
  }

  /** The numbers as they stand now. */
  public Count count() {
    return new Count(done.get(), failed.get());
  }

  /** From the first failure to the last; null while there was none. */
  public Span failureSpan() {
    return span;
  }

  /** The first failures, in words. */
  public Queue<String> failures() {
    return failures;
  }

  public record Span(Instant first, Instant last) {}

  public record Count(long done, long failed) {
    public Count since(Count earlier) {
      return new Count(done - earlier.done, failed - earlier.failed);
    }

    @Override
    public String toString() {
      return "%,d done, %d failed".formatted(done, failed);
    }
  }
}
