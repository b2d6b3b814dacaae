package io.stillwater.executor.domain;

import java.util.Locale;

/** The commands of the contract. */
public enum Verb {
  APPROVE,
  PAUSE,
  RESUME,
  PROMOTE,
  ABORT,
  ROLLBACK,
  RETRY;

  /** As people and event types say it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Verb of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
