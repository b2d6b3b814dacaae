package io.stillwater.planning.document;

import io.stillwater.events.release.DocumentError;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with one document, so that one reading shows it all. */
public final class Problems {
  /** Enough to see the pattern: a document of another kind would give one per field. */
  private static final int MOST = 100;

  private static final int LONGEST = 600;

  private final List<DocumentError> errors = new ArrayList<>();

  public void add(String path, Location at, String message) {
    if (errors.size() < MOST) {
      boolean cut = message.length() > LONGEST;
      errors.add(
          new DocumentError(path, (cut ? message.substring(0, LONGEST) + "…" : message) + at));
    }
  }

  public boolean none() {
    return errors.isEmpty();
  }

  public List<DocumentError> errors() {
    return List.copyOf(errors);
  }

  public <T> Parsed<T> resultOf(T value) {
    return none() ? new Parsed.Valid<>(value) : new Parsed.Invalid<>(errors);
  }
}
