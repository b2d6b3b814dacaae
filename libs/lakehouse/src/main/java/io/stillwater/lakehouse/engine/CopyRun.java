package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.engine.SnapshotFiles.LiveFile;
import io.stillwater.lakehouse.iceberg.DataCommits;
import io.stillwater.lakehouse.iceberg.StepStamp;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.util.DataFileSet;
import org.apache.iceberg.util.DeleteFileSet;

/**
 * One copy, from the plan of a snapshot to its commit. When another commit comes between, the copy
 * is planned again; of what was read and written only that is redone which changed.
 */
final class CopyRun implements AutoCloseable {
  private static final String SUMMARY_RUN = "stillwater.run-id";
  private static final int ATTEMPTS = 10;

  private final DuckDb duck;
  private final Table table;
  private final StepStamp stamp;
  private final CopyRequest request;
  private final StepFolder folder;
  private final Map<FileVersion, RowsOutOfStep> checked = new HashMap<>();
  private final Map<FileVersion, DataFile> rewritten = new HashMap<>();
  private Set<String> committed = Set.of();

  CopyRun(EngineSettings settings, Table table, StepStamp stamp, CopyRequest request) {
    this.table = table;
    this.stamp = stamp;
    this.request = request;
    this.folder = new StepFolder(table, stamp);
    this.duck = DuckDb.open(settings);
  }

  CopyOutcome run(Predicate<DataFile> candidate) {
    try {
      CopyOutcome outcome = attempts(candidate);
      folder.discardAllBut(committed);
      return outcome;
    } catch (CommitStateUnknownException e) {
      throw e;
    } catch (RuntimeException e) {
      folder.discardAllBut(committed);
      throw e;
    }
  }

  void removeOrphans() {
    folder.removeOrphans();
  }

  @Override
  public void close() {
    duck.close();
  }

  private CopyOutcome attempts(Predicate<DataFile> candidate) {
    for (int attempt = 1; ; attempt++) {
      table.refresh();
      try {
        return attempt(attempt, candidate);
      } catch (ValidationException | CommitFailedException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private CopyOutcome attempt(int number, Predicate<DataFile> candidate) {
    Snapshot planned = table.currentSnapshot();
    CopyColumns copy = CopyColumns.of(table, request);
    if (planned == null) {
      return outcome(false, 0, RowsOutOfStep.NONE, null);
    }
    List<LiveFile> live = SnapshotFiles.withMetrics(table, planned.snapshotId());
    List<LiveFile> files = live.stream().filter(file -> candidate.test(file.data())).toList();
    CopySource source = CopySource.load(duck, "copy" + number, table, files);
    RowsOutOfStep total = check(copy, source, files);
    if (!total.needRewrite()) {
      return outcome(false, 0, total, planned.snapshotId());
    }
    Map<LiveFile, DataFile> replaced = rewrite(copy, source, files);
    commit(planned, live, replaced);
    return outcome(true, replaced.size(), total, syncedAfter(planned));
  }

  private RowsOutOfStep check(CopyColumns copy, CopySource source, List<LiveFile> files) {
    RowsOutOfStep total = RowsOutOfStep.NONE;
    for (LiveFile file : files) {
      RowsOutOfStep rows =
          checked.computeIfAbsent(
              version(file),
              version ->
                  RowsOutOfStep.of(
                      duck.query(
                              "SELECT "
                                  + RowsOutOfStep.columns(copy)
                                  + " FROM ("
                                  + source.rows(file)
                                  + ")")
                          .rows()
                          .get(0)));
      if (rows.invalid() > 0 && request.onInvalid() == OnInvalid.FAIL) {
        throw doesNotFit(copy, source, file, rows.invalid());
      }
      total = total.plus(rows);
    }
    return total;
  }

  private ValueDoesNotFitException doesNotFit(
      CopyColumns copy, CopySource source, LiveFile file, long rows) {
    List<String> examples =
        duck
            .query(
                "SELECT DISTINCT CAST(%s AS VARCHAR) FROM (%s) WHERE %s ORDER BY 1 LIMIT 3"
                    .formatted(copy.fromSql(), source.rows(file), copy.invalid()))
            .rows()
            .stream()
            .map(row -> String.valueOf(row.get(0)))
            .toList();
    return new ValueDoesNotFitException(
        "%d rows of %s hold values of %s that do not fit %s of type %s, such as %s, in %s"
            .formatted(
                rows,
                table.name(),
                request.from(),
                request.to(),
                copy.to().type(),
                examples,
                file.data().location()));
  }

  private Map<LiveFile, DataFile> rewrite(
      CopyColumns copy, CopySource source, List<LiveFile> files) {
    DuckTypes.requireWritable(table.name(), table.schema());
    FileRewriter rewriter = new FileRewriter(duck, table, copy, source);
    Map<LiveFile, DataFile> replaced = new LinkedHashMap<>();
    for (LiveFile file : files) {
      RowsOutOfStep rows = checked.get(version(file));
      if (rows.needRewrite()) {
        DataFile fresh = rewritten.get(version(file));
        if (fresh == null) {
          StepFolder.NewFile target = folder.next();
          fresh = rewriter.rewrite(file, target.location(), target.path(), rows.copiesBack() > 0);
          rewritten.put(version(file), fresh);
        }
        replaced.put(file, fresh);
      }
    }
    return replaced;
  }

  private void commit(Snapshot planned, List<LiveFile> live, Map<LiveFile, DataFile> replaced) {
    DataFileSet data = DataFileSet.create();
    replaced.keySet().forEach(file -> data.add(file.data()));
    DataCommits.Replacement replacement =
        new DataCommits.Replacement(
            data, deletesOfNoOther(live, replaced.keySet()), DataFileSet.of(replaced.values()));
    try {
      DataCommits.replace(
          table, stamp, Map.of(SUMMARY_RUN, folder.run()), planned.snapshotId(), replacement);
    } catch (CommitStateUnknownException e) {
      table.refresh();
      if (ownCommit() == null) {
        throw e;
      }
    }
    committed = replaced.values().stream().map(DataFile::location).collect(Collectors.toSet());
  }

  /** Deletes that no file needs any more once these are replaced. */
  private static Set<DeleteFile> deletesOfNoOther(List<LiveFile> live, Set<LiveFile> replaced) {
    Set<DeleteFile> unneeded = DeleteFileSet.create();
    replaced.forEach(file -> unneeded.addAll(file.deletes()));
    for (LiveFile file : live) {
      if (!replaced.contains(file)) {
        unneeded.removeAll(file.deletes());
      }
    }
    return unneeded;
  }

  /** Files that others added between plan and commit have not been looked at. */
  private Long syncedAfter(Snapshot planned) {
    table.refresh();
    Snapshot own = ownCommit();
    boolean next = own != null && own.parentId() != null && own.parentId() == planned.snapshotId();
    return next ? own.snapshotId() : planned.snapshotId();
  }

  private Snapshot ownCommit() {
    return StreamSupport.stream(table.snapshots().spliterator(), false)
        .filter(snapshot -> folder.run().equals(snapshot.summary().get(SUMMARY_RUN)))
        .findFirst()
        .orElse(null);
  }

  private CopyOutcome outcome(boolean committed, int files, RowsOutOfStep rows, Long synced) {
    return new CopyOutcome(
        committed,
        files,
        rows.copies(),
        rows.copiesBack(),
        rows.conflicts(),
        rows.invalid(),
        synced);
  }

  private FileVersion version(LiveFile file) {
    return FileVersion.of(file, table.schema().schemaId());
  }
}
