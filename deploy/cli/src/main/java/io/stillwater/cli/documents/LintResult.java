package io.stillwater.cli.documents;

import io.stillwater.events.release.DocumentError;
import java.util.List;

/** What is wrong with one document; nothing for a valid one. */
public record LintResult(String origin, List<DocumentError> errors) {
  public boolean ok() {
    return errors.isEmpty();
  }
}
