package io.stillwater.local.state;

/**
 * One process of the stack: the broker, the database server or a service.
 *
 * @param port kept for as long as the stack's folder lives
 * @param process null before its first start and after an orderly stop
 * @param restarts how often it ended unasked since the stack was started
 * @param lastEnd how it ended the last time, in words; null when it never did
 */
public record PartState(int port, Status status, ProcessId process, int restarts, String lastEnd) {

  /** BACKING_OFF: it ended soon after its start and waits before the next try. */
  public enum Status {
    STOPPED,
    STARTING,
    READY,
    BACKING_OFF
  }

  public static PartState stopped(int port) {
    return new PartState(port, Status.STOPPED, null, 0, null);
  }

  public PartState started(ProcessId started) {
    return new PartState(port, Status.STARTING, started, restarts, lastEnd);
  }

  public PartState starting() {
    return new PartState(port, Status.STARTING, null, restarts, lastEnd);
  }

  public PartState ready(ProcessId running) {
    return new PartState(port, Status.READY, running, restarts, lastEnd);
  }

  public PartState ended(String how) {
    return new PartState(port, Status.BACKING_OFF, null, restarts + 1, how);
  }
}
