package io.stillwater.catalogs.hudi;

import io.stillwater.catalogs.storage.Locations;
import io.stillwater.catalogs.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The completed commits of a table that are not archived yet, oldest first. */
record Timeline(Storage storage, List<Instant> commits) {
  private static final String LAYOUT_OF_HUDI_1 = "2";

  static Timeline of(Storage storage, String hoodieFolder, TableConfig config) {
    String folder =
        config.text("hoodie.timeline.layout.version").filter(LAYOUT_OF_HUDI_1::equals).isPresent()
            ? Locations.child(hoodieFolder, config.text("hoodie.timeline.path").orElse("timeline"))
            : hoodieFolder;
    return new Timeline(
        storage,
        storage.list(folder).stream()
            .filter(entry -> !entry.folder() && entry.bytes() > 0)
            .flatMap(entry -> Instant.of(entry.name(), entry.location()).stream())
            .sorted()
            .toList());
  }

  Commit read(Instant instant) {
    try (InputStream in = storage.file(instant.location()).newStream()) {
      return Commit.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the commit " + instant.location(), e);
    }
  }

  /** Whether a file that was written then is part of the table: archived commits were completed. */
  boolean isCompleted(String time) {
    return commits.isEmpty()
        || time.compareTo(commits.get(0).time()) < 0
        || commits.stream().anyMatch(commit -> commit.time().equals(time));
  }
}
