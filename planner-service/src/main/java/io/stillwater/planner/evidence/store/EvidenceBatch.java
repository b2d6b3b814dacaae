package io.stillwater.planner.evidence.store;

import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.Texts;
import io.stillwater.planning.consumers.ReaderUse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a number of events say, added up in memory. Order and repetition of the events inside do not
 * matter to who reads what, and when last.
 */
public final class EvidenceBatch {
  /** Of some thousand events; a map that grows is filled anew each time. */
  private static final int USES_EXPECTED = 1 << 15;

  private final Map<UseKey, Tally> uses = new HashMap<>(USES_EXPECTED);
  private final Map<DependencyKey, LocalDate> dependencies = new HashMap<>();
  private final Map<ReaderKey, SeenReader> readers = new HashMap<>();
  private final Map<CoverageKey, Long> coverage = new HashMap<>();
  private final Set<Downstream> downstream = new HashSet<>();

  /** A table comes with each of its columns, and its name takes time to write. */
  private final Map<TableName, String> tables = new HashMap<>();

  /** Rows are written in one order by all, so that writers wait for each other and no more. */
  record UseKey(String table, String column, LocalDate day, long readerId, ReaderUse use)
      implements Comparable<UseKey> {
    @Override
    public int compareTo(UseKey other) {
      int order = table.compareTo(other.table);
      order = order != 0 ? order : column.compareTo(other.column);
      order = order != 0 ? order : day.compareTo(other.day);
      order = order != 0 ? order : Long.compare(readerId, other.readerId);
      return order != 0 ? order : use.compareTo(other.use);
    }

    long id() {
      return Digests.of(table, column, day.toString(), Long.toString(readerId), use.name());
    }
  }

  record Tally(long uses, Instant lastSeen) {
    Tally plus(Tally other) {
      Instant last = lastSeen.isAfter(other.lastSeen) ? lastSeen : other.lastSeen;
      return new Tally(uses + other.uses, last);
    }

    int minute() {
      return (int) (lastSeen.getEpochSecond() / 60);
    }
  }

  record DependencyKey(String table, String column, long readerId, ReaderUse use, String origin)
      implements Comparable<DependencyKey> {
    @Override
    public int compareTo(DependencyKey other) {
      int order = table.compareTo(other.table);
      order = order != 0 ? order : column.compareTo(other.column);
      order = order != 0 ? order : Long.compare(readerId, other.readerId);
      order = order != 0 ? order : use.compareTo(other.use);
      return order != 0 ? order : origin.compareTo(other.origin);
    }

    long id() {
      return Digests.of(table, column, Long.toString(readerId), use.name(), origin);
    }
  }

  record SeenReader(long id, LocalDate day) {}

  record CoverageKey(String source, Instant hour) {}

  record Downstream(long modelId, long readerId) {}

  /** A reader used the column at that time. */
  public void used(TableName table, String column, ReaderKey reader, ReaderUse use, Instant at) {
    LocalDate day = day(at);
    UseKey key = new UseKey(text(table), column(column), day, id(reader, day), use);
    uses.merge(key, new Tally(1, at), Tally::plus);
  }

  /**
   * A view, model or exposure is defined on the column.
   *
   * @param origin what says so
   */
  public void depends(
      TableName table,
      String column,
      ReaderKey reader,
      ReaderUse use,
      String origin,
      LocalDate seenOn) {
    DependencyKey key =
        new DependencyKey(text(table), column(column), id(reader, seenOn), use, origin);
    dependencies.merge(key, seenOn, EvidenceBatch::later);
  }

  /** A reader takes what a model makes. */
  public void downstream(ReaderKey model, ReaderKey reader, LocalDate seenOn) {
    downstream.add(new Downstream(id(model, seenOn), id(reader, seenOn)));
  }

  /** A source sent something about that time, whatever it was. */
  public void heard(String source, Instant at) {
    coverage.merge(
        new CoverageKey(Texts.storable(source), at.truncatedTo(ChronoUnit.HOURS)), 1L, Long::sum);
  }

  /** Leaves out what was written for the same minute, and definitions seen the same day. */
  public void leaveOut(RecentRows recent) {
    uses.entrySet().removeIf(row -> recent.has(row.getKey().id(), row.getValue().minute()));
    dependencies
        .entrySet()
        .removeIf(row -> recent.has(row.getKey().id(), (int) row.getValue().toEpochDay()));
  }

  /** Remembers what was written; after its commit only. */
  public void remember(RecentRows recent) {
    uses.forEach((key, tally) -> recent.put(key.id(), tally.minute()));
    dependencies.forEach((key, day) -> recent.put(key.id(), (int) day.toEpochDay()));
  }

  public boolean isEmpty() {
    return uses.isEmpty() && dependencies.isEmpty() && coverage.isEmpty();
  }

  Map<UseKey, Tally> uses() {
    return new TreeMap<>(uses);
  }

  Map<DependencyKey, LocalDate> dependencies() {
    return new TreeMap<>(dependencies);
  }

  Map<ReaderKey, SeenReader> readers() {
    return readers;
  }

  Map<CoverageKey, Long> coverage() {
    Map<CoverageKey, Long> sorted =
        new TreeMap<>(Comparator.comparing(CoverageKey::source).thenComparing(CoverageKey::hour));
    sorted.putAll(coverage);
    return sorted;
  }

  Set<Downstream> downstream() {
    return downstream;
  }

  private long id(ReaderKey reader, LocalDate day) {
    SeenReader seen = readers.get(reader);
    if (seen == null) {
      seen = new SeenReader(reader.id(), day);
      readers.put(reader, seen);
    } else if (seen.day().isBefore(day)) {
      readers.put(reader, new SeenReader(seen.id(), day));
    }
    return seen.id();
  }

  private String text(TableName table) {
    return tables.computeIfAbsent(table, TableName::toString);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static String column(String name) {
    return Texts.storable(name).toLowerCase(Locale.ROOT);
  }
}
