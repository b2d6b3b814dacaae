package io.stillwater.events.release;

/**
 * One thing wrong with a document.
 *
 * @param path where, e.g. {@code spec.tables[0].changes[1].column}
 * @param message what is wrong and what to write instead
 */
public record DocumentError(String path, String message) {}
