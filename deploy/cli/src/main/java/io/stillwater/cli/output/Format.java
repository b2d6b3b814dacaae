package io.stillwater.cli.output;

/** How a result is written. */
public enum Format {
  TEXT,
  JSON,
  MARKDOWN
}
