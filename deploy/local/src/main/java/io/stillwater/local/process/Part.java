package io.stillwater.local.process;

/** A process of the stack that can be started again and again, always on the same port. */
public interface Part {
  String name();

  /**
   * Returns when the process runs; it need not be ready yet.
   *
   * @throws RuntimeException when it cannot be started; the message says why and names its log
   */
  RunningPart start();
}
