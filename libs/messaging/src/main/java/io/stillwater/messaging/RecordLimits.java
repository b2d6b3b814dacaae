package io.stillwater.messaging;

/** Sizes of records, in bytes (contract, section 5, "Dead letters"). */
public final class RecordLimits {
  /** The largest value that is sent and surely accepted. */
  public static final int VALUE = 1024 * 1024;

  /** What a topic accepts: the value, its key and headers, and the framing of the batch. */
  public static final int RECORD = VALUE + 128 * 1024;

  /** What a topic of others' events accepts: Trino's event listener sends up to 5 MiB. */
  public static final int FOREIGN_RECORD = 6 * 1024 * 1024;

  /** What a dead-letter topic accepts: a record and the headers that are added. */
  public static final int DEAD_LETTER = RECORD + 64 * 1024;

  /** What is kept of a value that is too large for the dead-letter topic. */
  public static final int DEAD_LETTER_EXCERPT = 64 * 1024;

  private RecordLimits() {}
}
