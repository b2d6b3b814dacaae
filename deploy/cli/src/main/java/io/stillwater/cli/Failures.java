package io.stillwater.cli;

/** What went wrong, in one line. */
final class Failures {
  private Failures() {}

  static String line(Throwable failure) {
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      message = failure.getClass().getSimpleName() + "; see --debug";
    }
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
