package io.stillwater.local.process;

/** One run of a part, from its start to its end. */
public interface RunningPart {
  ProcessHandle process();

  /** Whether it serves now; may be asked again at any time. */
  boolean ready();

  /** How the process ended, in words; asked after its end only. */
  String end();

  /** Ends it in order, and by force when that takes too long; returns after its end. */
  void stop();
}
