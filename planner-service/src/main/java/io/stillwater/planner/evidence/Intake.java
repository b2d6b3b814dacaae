package io.stillwater.planner.evidence;

import java.util.Optional;

/**
 * What became of one record.
 *
 * @param ignored why it says nothing of readers; empty where it does
 */
public record Intake(Optional<Ignored> ignored) {
  public static final Intake TAKEN = new Intake(Optional.empty());

  public static Intake ignored(Ignored because) {
    return new Intake(Optional.of(because));
  }

  /** Why a well-formed record is passed over; counted. */
  public enum Ignored {
    /** No table is named: EXPLAIN, failed analysis, SELECT 1. */
    NO_TABLES,
    /** A client that reads on nobody's behalf. */
    IGNORED_SOURCE,
    /** ANALYZE, OPTIMIZE, DDL. */
    MAINTENANCE,
    /** Older than what is kept. */
    TOO_OLD,
    /** A tombstone. */
    EMPTY,
    /** A report or document of another kind. */
    OTHER_KIND,
    /** A newer document of the same project was taken in before. */
    SUPERSEDED
  }
}
