package io.stillwater.cli.bench;

/**
 * One line of the bench's result.
 *
 * @param goal what the project holds itself to
 */
record Measurement(String what, String measured, String goal) {}
