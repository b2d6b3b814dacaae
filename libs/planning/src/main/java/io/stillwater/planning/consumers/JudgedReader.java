package io.stillwater.planning.consumers;

import io.stillwater.events.plan.Consumer;
import io.stillwater.events.plan.ConsumerVerdict;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.consumers.ConsumerImpact.Identity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A reader with what becomes of it: its worst use counts, and it was last seen by any. */
record JudgedReader(
    Identity identity, ReaderUse use, ConsumerVerdict verdict, String evidence, LocalDate lastSeen)
    implements Comparable<JudgedReader> {
  /** The worst first, then who was seen last, then by name so that a plan is always the same. */
  private static final Comparator<JudgedReader> ORDER =
      Comparator.comparingInt((JudgedReader one) -> severity(one.verdict))
          .thenComparing(JudgedReader::lastSeen, Comparator.reverseOrder())
          .thenComparing(one -> one.identity.kind())
          .thenComparing(one -> one.identity.name())
          .thenComparing(one -> String.valueOf(one.identity.owner()))
          .thenComparing(JudgedReader::use);

  /** One for each reader, in no order. */
  static List<JudgedReader> of(
      Collection<Reader> readers, Effect effect, Optional<ColumnPath> column) {
    return readers.stream()
        .map(reader -> of(reader, effect, column))
        .collect(Collectors.toMap(JudgedReader::identity, one -> one, JudgedReader::worse))
        .values()
        .stream()
        .toList();
  }

  private static JudgedReader of(Reader reader, Effect effect, Optional<ColumnPath> column) {
    ConsumerVerdict verdict = ReaderRules.verdict(effect, reader.use());
    String evidence = reader.use().words();
    String reason = ReaderRules.reason(effect, reader.use());
    if (verdict == ConsumerVerdict.BREAKS && readsOnlyAPartOrMore(reader, column)) {
      verdict = ConsumerVerdict.UNKNOWN;
      reason = "seen is " + reader.column() + ", of which " + column.orElseThrow() + " is a part";
    }
    return new JudgedReader(
        Identity.of(reader),
        reader.use(),
        verdict,
        reason == null ? evidence : evidence + "; " + reason,
        reader.lastSeen());
  }

  /** Whether it was seen to read a struct around the field, and perhaps not the field. */
  private static boolean readsOnlyAPartOrMore(Reader reader, Optional<ColumnPath> column) {
    return reader.use().picksFields()
        && column
            .filter(
                path -> path.toString().toLowerCase(Locale.ROOT).startsWith(reader.column() + "."))
            .isPresent();
  }

  private JudgedReader worse(JudgedReader other) {
    JudgedReader worst = ORDER.compare(this, other) <= 0 ? this : other;
    LocalDate last = lastSeen.isAfter(other.lastSeen) ? lastSeen : other.lastSeen;
    return new JudgedReader(identity, worst.use, worst.verdict, worst.evidence, last);
  }

  private static int severity(ConsumerVerdict verdict) {
    return switch (verdict) {
      case BREAKS -> 0;
      case UNKNOWN -> 1;
      case SAFE -> 2;
    };
  }

  /** Whether a change that is safe for old readers and writers needs to tell of this one. */
  boolean concernsASafeChange() {
    return verdict != ConsumerVerdict.SAFE && use.namesColumns();
  }

  String shown() {
    return identity.kind() + " " + identity.name();
  }

  Consumer consumer() {
    return new Consumer(
        identity.kind().name(), identity.name(), identity.owner(), lastSeen, verdict, evidence);
  }

  @Override
  public int compareTo(JudgedReader other) {
    return ORDER.compare(this, other);
  }
}
