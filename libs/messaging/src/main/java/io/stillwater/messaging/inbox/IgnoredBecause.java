package io.stillwater.messaging.inbox;

import java.util.Locale;

/** Why a record is passed over without a trace but in the meters. */
enum IgnoredBecause {
  TOMBSTONE,
  UNKNOWN_TYPE,
  NOT_CONSUMED;

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
