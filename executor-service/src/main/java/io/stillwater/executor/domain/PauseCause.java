package io.stillwater.executor.domain;

/** Why a deployment was paused, which decides what {@code resume} and {@code retry} mean. */
public enum PauseCause {
  /** Somebody asked for it. */
  REQUESTED,
  /** A gate or the soak gave no clear pass, or no answer: it can be asked again or promoted. */
  GATE
}
