package io.stillwater.lakehouse.engine;

import java.util.Locale;

/** What becomes of a value that does not fit the type it is copied into. */
public enum OnInvalid {
  FAIL,
  SET_NULL;

  /** Reads the release's spelling; null is {@code fail}. */
  public static OnInvalid parse(String text) {
    return text == null ? FAIL : valueOf(text.toUpperCase(Locale.ROOT));
  }
}
