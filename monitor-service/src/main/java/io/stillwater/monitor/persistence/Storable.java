package io.stillwater.monitor.persistence;

/** PostgreSQL text holds every character but U+0000, which JSON allows. */
final class Storable {
  private static final char NUL = '\u0000';
  private static final char REPLACEMENT = '\uFFFD';

  private Storable() {}

  static String text(String text) {
    return text == null ? null : text.replace(NUL, REPLACEMENT);
  }
}
