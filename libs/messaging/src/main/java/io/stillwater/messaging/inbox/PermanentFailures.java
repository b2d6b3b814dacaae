package io.stillwater.messaging.inbox;

import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Tells failures that the same event will always meet from those that may pass. Only what is surely
 * permanent is named: an outage that were taken for a bad event would lose it.
 */
final class PermanentFailures {
  private static final List<Class<? extends Throwable>> PROGRAMMING_ERRORS =
      List.of(
          AssertionError.class,
          LinkageError.class,
          StackOverflowError.class,
          NullPointerException.class,
          IllegalArgumentException.class,
          ClassCastException.class,
          IndexOutOfBoundsException.class,
          ArithmeticException.class,
          UnsupportedOperationException.class,
          NoSuchElementException.class);

  /** SQLSTATE classes: data exception, integrity constraint violation. */
  private static final Set<String> PERMANENT_SQL_STATES = Set.of("22", "23");

  private PermanentFailures() {}

  static boolean contains(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return isPermanent(sql.getSQLState());
      }
      root = cause;
    }
    return isProgrammingError(root);
  }

  private static boolean isProgrammingError(Throwable failure) {
    return PROGRAMMING_ERRORS.stream().anyMatch(kind -> kind.isInstance(failure));
  }

  private static boolean isPermanent(String sqlState) {
    return sqlState != null
        && sqlState.length() >= 2
        && PERMANENT_SQL_STATES.contains(sqlState.substring(0, 2));
  }
}
