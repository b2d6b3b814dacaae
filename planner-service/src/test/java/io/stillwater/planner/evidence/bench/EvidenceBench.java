package io.stillwater.planner.evidence.bench;

import io.stillwater.planner.evidence.TestDatabase;
import java.util.Locale;

/**
 * Measures ingest and lookup of evidence on a real broker and a real PostgreSQL, run by hand. It
 * prints figures and holds nothing against them.
 */
public final class EvidenceBench {
  private EvidenceBench() {}

  /** Events and rows may be given: {@code EvidenceBench 200000 10000000}. */
  public static void main(String[] arguments) throws Exception {
    int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
    int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000_000;
    IngestBench.Result ingest = new IngestBench(new TestDatabase()).measure(events);
    print("query events ingested", "%,.0f a second", ingest.eventsPerSecond(), "≥ 5,000");
    print("CPU of the process, an event", "%,.0f µs", ingest.microsOfProcess(), "≤ 400 µs");
    print("CPU of PostgreSQL, an event", "%,.0f µs", ingest.microsOfDatabase(), "together");
    print("bytes of an event", "%,.0f", ingest.bytesPerEvent(), "");
    print("rows they came to", "%,.0f", ingest.rows(), "");
    LookupBench lookup = new LookupBench(new TestDatabase());
    lookup.fill(rows);
    LookupBench.Result usual = lookup.measure(false);
    print("lookup of a column, median", "%.1f ms", usual.median(), "");
    print("lookup of a column, longest of 99 %", "%.1f ms", usual.percentile99(), "≤ 50 ms");
    LookupBench.Result hot = lookup.measure(true);
    print("lookup of a column with 2,000 readers, median", "%.1f ms", hot.median(), "≤ 50 ms");
    System.exit(0);
  }

  private static void print(String what, String format, double figure, String goal) {
    System.out.printf(
        Locale.ROOT, "%-48s %-20s %s%n", what, String.format(Locale.ROOT, format, figure), goal);
  }
}
