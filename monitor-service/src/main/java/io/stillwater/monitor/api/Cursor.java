package io.stillwater.monitor.api;

import io.stillwater.monitor.domain.history.DeploymentView;
import io.stillwater.monitor.domain.history.Position;
import io.stillwater.service.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** A position in a list as opaque text. */
final class Cursor {
  private static final String SEPARATOR = "|";

  private Cursor() {}

  static String behind(DeploymentView last) {
    String position = last.startedAt() + SEPARATOR + last.deploymentId();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  /** Null for the first page. */
  static Position read(String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      String position = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int separator = position.indexOf(SEPARATOR);
      if (separator > 0) {
        return new Position(
            Instant.parse(position.substring(0, separator)), position.substring(separator + 1));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw invalid(cursor);
    }
    throw invalid(cursor);
  }

  private static ProblemException invalid(String cursor) {
    return ProblemException.badRequest(
        "after=" + cursor + " is no cursor; pass on what \"next\" of the page before said");
  }
}
