package io.stillwater.planner.api;

import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import io.stillwater.planning.document.Problems;
import io.stillwater.planning.json.JsonValues;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import io.stillwater.planning.snapshot.TableSnapshot;
import io.stillwater.planning.snapshot.TableSnapshots;
import io.stillwater.service.problem.ProblemException;
import java.util.Optional;

/**
 * A release to be planned and not applied.
 *
 * @param tables what to plan against; the live tables where empty
 */
record DryRun(Release release, Optional<TableSnapshot> tables) {

  /** Reads {@code {release, tables?}}, each a document or a text that holds one. */
  static DryRun read(byte[] body) {
    Problems problems = new Problems();
    Optional<Fields> fields = Field.root(RequestDocuments.read(body), problems).fields();
    Optional<Field> release = fields.flatMap(all -> all.require("release"));
    Optional<Field> tables = fields.flatMap(all -> all.get("tables"));
    fields.ifPresent(Fields::refuseOthers);
    if (!problems.none() || release.isEmpty()) {
      throw ProblemException.invalid(problems.errors());
    }
    return new DryRun(release(release.get()), tables.map(DryRun::tables));
  }

  private static Release release(Field field) {
    return RequestDocuments.only(ReleaseDocuments.parse(text(field)), "release");
  }

  private static TableSnapshot tables(Field field) {
    return RequestDocuments.valid(TableSnapshots.read(text(field)));
  }

  private static String text(Field field) {
    return field.node() instanceof DocumentNode.Scalar scalar
        ? scalar.text()
        : JsonValues.of(field.node().value()).toString();
  }
}
