package io.stillwater.catalogs.hudi;

import io.stillwater.catalogs.storage.StoredEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a reader of the newest state opens: per file group the newest base file and its
 * logs.
 */
final class FileSlices {
  /** {@code <file id>_<write token>_<instant>.parquet}. */
  private static final Pattern BASE = Pattern.compile("(.+)_[^_]+_(\\d+)\\.(parquet|orc|hfile)");

  /** {@code .<file id>_<instant>.log.<number>_<write token>}. */
  private static final Pattern LOG = Pattern.compile("\\.(.+)_(\\d+)\\.log\\.\\d+.*");

  private final String folder;
  private final Timeline timeline;
  private final Map<String, Written> bases = new HashMap<>();
  private final List<Written> logs = new ArrayList<>();

  FileSlices(String folder, Timeline timeline) {
    this.folder = folder;
    this.timeline = timeline;
  }

  /** Takes any file of the table's folder. */
  void add(StoredEntry file) {
    String path = file.location().substring(folder.length() + 1);
    if (path.startsWith(".hoodie/")) {
      return;
    }
    written(BASE, file, path).ifPresent(base -> bases.merge(base.group(), base, Written::newer));
    written(LOG, file, path).ifPresent(logs::add);
  }

  /**
   * @param replaced file groups that are no longer read
   * @param records number of rows by base file, as far as it is known
   */
  TableSize size(Set<String> replaced, Map<String, Long> records) {
    bases.keySet().removeAll(replaced);
    List<Written> current = new ArrayList<>(bases.values());
    logs.stream()
        .filter(log -> !replaced.contains(log.group()) && log.isOf(bases.get(log.group())))
        .forEach(current::add);
    boolean known =
        current.size() == bases.size()
            && current.stream().allMatch(file -> records.containsKey(file.path()));
    return new TableSize(
        known ? current.stream().mapToLong(file -> records.get(file.path())).sum() : null,
        current.size(),
        current.stream().mapToLong(Written::bytes).sum());
  }

  private Optional<Written> written(Pattern names, StoredEntry file, String path) {
    Matcher name = names.matcher(file.name());
    if (!name.matches() || !timeline.isCompleted(name.group(2))) {
      return Optional.empty();
    }
    int slash = path.lastIndexOf('/');
    String partition = slash < 0 ? "" : path.substring(0, slash);
    return Optional.of(
        new Written(partition + "/" + name.group(1), name.group(2), path, file.bytes()));
  }

  /**
   * @param group partition and file id
   * @param time the instant of the commit
   */
  private record Written(String group, String time, String path, long bytes) {
    Written newer(Written other) {
      return other.time.compareTo(time) > 0 ? other : this;
    }

    /**
     * A log has the time of its base file or, since Hudi 1.0, of its own commit, which is later.
     */
    boolean isOf(Written base) {
      return base == null || time.compareTo(base.time) >= 0;
    }
  }
}
