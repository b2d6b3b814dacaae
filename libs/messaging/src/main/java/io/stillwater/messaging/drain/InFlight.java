package io.stillwater.messaging.drain;

import io.stillwater.messaging.DrainingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts the records being handled, and keeps new ones out once the service shuts down. */
@ApplicationScoped
public class InFlight {
  private int records;
  private boolean draining;

  /**
   * @throws DrainingException when the service shuts down
   */
  public synchronized void enter() {
    requireOpen();
    records++;
  }

  public synchronized void leave() {
    records--;
    notifyAll();
  }

  /**
   * Waits between two attempts of one record.
   *
   * @throws DrainingException when the service shuts down meanwhile
   */
  public synchronized void pause(Duration delay) {
    long deadline = System.nanoTime() + delay.toNanos();
    long left = delay.toNanos();
    while (left > 0 && !draining) {
      waitFor(left);
      left = deadline - System.nanoTime();
    }
    requireOpen();
  }

  /**
   * Lets nothing more in and waits for what is inside.
   *
   * @return whether all of it ended in time
   */
  synchronized boolean drain(Duration limit) {
    draining = true;
    notifyAll();
    long deadline = System.nanoTime() + limit.toNanos();
    long left = limit.toNanos();
    while (records > 0 && left > 0) {
      waitFor(left);
      left = deadline - System.nanoTime();
    }
    return records == 0;
  }

  private void requireOpen() {
    if (draining) {
      throw new DrainingException("The service is shutting down; the record comes again later");
    }
  }

  private void waitFor(long nanos) {
    try {
      wait(Math.max(1, nanos / 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DrainingException("Interrupted while waiting; the record comes again later");
    }
  }
}
