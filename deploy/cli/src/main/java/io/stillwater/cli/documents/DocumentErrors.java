package io.stillwater.cli.documents;

import io.stillwater.events.release.DocumentError;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a document, for people. */
public final class DocumentErrors {
  private DocumentErrors() {}

  /** All in one line. */
  public static String text(List<DocumentError> errors) {
    return errors.stream().map(DocumentErrors::text).collect(Collectors.joining("; "));
  }

  public static String text(DocumentError error) {
    return error.path().isEmpty() ? error.message() : error.path() + ": " + error.message();
  }
}
