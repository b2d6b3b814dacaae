package io.stillwater.cli.bench;

import io.stillwater.cli.files.Folders;
import io.stillwater.cli.output.Format;
import io.stillwater.local.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One release of thousands of tables, planned from a snapshot by the command line. */
final class SnapshotBench {
  private static final int TABLES = 10_000;
  private static final int ROUNDS = 3;
  private static final int CHANGES = SyntheticLake.CHANGES_PER_TABLE;

  private final Path home;

  SnapshotBench(Installation installation) {
    this.home = installation.home();
  }

  /** Once and twice the tables in turn, so that both meet the same machine. */
  List<Measurement> measure() {
    Path folder = temporary();
    try {
      SyntheticLake once = SyntheticLake.write(folder.resolve("once"), TABLES);
      SyntheticLake twice = SyntheticLake.write(folder.resolve("twice"), 2 * TABLES);
      List<PlanCall> ofOnce = new ArrayList<>();
      List<PlanCall> ofTwice = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        ofOnce.add(PlanCall.of(home, once.release(), once.tables(), Format.JSON));
        ofTwice.add(PlanCall.of(home, twice.release(), twice.tables(), Format.JSON));
      }
      return results(ofOnce, ofTwice);
    } finally {
      Folders.delete(folder);
    }
  }

  private static List<Measurement> results(List<PlanCall> ofOnce, List<PlanCall> ofTwice) {
    double once = Figures.of(ofOnce.stream().map(PlanCall::millis).toList()).median();
    double twice = Figures.of(ofTwice.stream().map(PlanCall::millis).toList()).median();
    long peak = ofOnce.stream().mapToLong(PlanCall::peakBytes).max().orElse(0);
    String what = "plan of %,d tables, %d changes each".formatted(TABLES, CHANGES);
    return List.of(
        new Measurement(
            what,
            format("%.1f s, %,.0f tables/s", once / 1000, TABLES * 1000 / once),
            "≤ 20 s on 2 cores"),
        new Measurement(
            what + ", resident",
            peak == 0 ? "not known on this system" : format("%,.0f MB", peak / 1e6),
            "≤ 1 GB"),
        new Measurement(
            "plan of twice the tables, in times of once",
            format("%.2f × (%.1f s)", twice / once, twice / 1000),
            "≤ 2.2 ×"));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("stillwater-bench");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary folder", e);
    }
  }
}
