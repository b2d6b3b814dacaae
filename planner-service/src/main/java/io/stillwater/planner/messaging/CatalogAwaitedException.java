package io.stillwater.planner.messaging;

/**
 * Has the event tried again. Without the catalog's own exception as its cause, which might be of a
 * kind that looks permanent and would make a dead letter of a release.
 */
final class CatalogAwaitedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CatalogAwaitedException(String message) {
    super(message);
  }
}
