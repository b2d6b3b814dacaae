package io.stillwater.checks;

import io.stillwater.lakehouse.engine.QueryException;
import java.util.List;
import java.util.Locale;

/** What a failed read means: whether another try may succeed, and the reason in words. */
public final class ReadFailures {
  /** How DuckDB's messages start when the query itself is at fault. */
  private static final List<String> FAULTY_QUERY =
      List.of(
          "binder error",
          "catalog error",
          "conversion error",
          "invalid input error",
          "mismatch type error",
          "not implemented error",
          "out of range error",
          "parser error");

  private ReadFailures() {}

  public static Finding finding(RuntimeException failure) {
    String reason = failure instanceof SettingException ? failure.getMessage() : reason(failure);
    return mayPass(failure)
        ? Finding.unknownForNow("It could not be read: " + reason)
        : Finding.unknown(reason, null);
  }

  static boolean mayPass(RuntimeException failure) {
    if (failure instanceof SettingException || failure instanceof IllegalArgumentException) {
      return false;
    }
    if (failure instanceof QueryException query) {
      return query.getCause() != null && !isFaultyQuery(query.getCause());
    }
    return true;
  }

  private static boolean isFaultyQuery(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return FAULTY_QUERY.stream().anyMatch(message::startsWith);
  }

  private static String reason(Throwable failure) {
    String message = failure.getMessage();
    String own = message == null ? failure.getClass().getSimpleName() : firstLine(message);
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String deep = root.getMessage() == null ? "" : firstLine(root.getMessage());
    return deep.isEmpty() || own.contains(deep) ? own : own + " (" + deep + ")";
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
