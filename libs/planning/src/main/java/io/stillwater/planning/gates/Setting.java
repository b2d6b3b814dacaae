package io.stillwater.planning.gates;

import io.stillwater.lakehouse.Quantities;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.document.Field;

/** What kind of value a check's setting takes. */
enum Setting {
  TABLE,
  TEXT,
  TEXTS,
  DURATION,
  SHARE,
  SIZE,
  NUMBER,
  PERCENTILE,
  TRUTH;

  void check(Field field) {
    switch (this) {
      case TABLE -> field.parsed(TableName::parse);
      case TEXT -> field.text();
      case TEXTS -> field.texts();
      case DURATION -> field.parsed(Quantities::duration);
      case SHARE -> field.parsed(Quantities::ratio);
      case SIZE -> field.parsed(Quantities::size);
      case NUMBER -> field.wholeNumber(0, Long.MAX_VALUE);
      case PERCENTILE -> field.wholeNumber(0, 100);
      case TRUTH -> field.truth();
      default -> throw new IllegalStateException("Setting " + this + " has no check");
    }
  }
}
