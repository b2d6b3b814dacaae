package io.stillwater.planner.messaging;

import io.stillwater.events.release.DocumentError;
import java.util.List;

/** Keeps an answer well below the largest record, however much of the document it quotes. */
final class DocumentErrors {
  private static final int MAX_ERRORS = 100;
  private static final int MAX_LENGTH = 1000;

  private DocumentErrors() {}

  static List<DocumentError> bounded(List<DocumentError> errors) {
    return errors.stream()
        .limit(MAX_ERRORS)
        .map(error -> new DocumentError(shortened(error.path()), shortened(error.message())))
        .toList();
  }

  private static String shortened(String text) {
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + " …" : text;
  }
}
