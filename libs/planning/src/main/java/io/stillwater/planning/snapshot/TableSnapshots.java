package io.stillwater.planning.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.release.DocumentError;
import io.stillwater.planning.document.DocumentLimits;
import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.document.Documents;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.document.Problems;
import java.util.List;

/** Reads and writes table snapshots (contract, section 2). */
public final class TableSnapshots {
  private TableSnapshots() {}

  public static Parsed<TableSnapshot> read(String text) {
    return read(Documents.read(text, DocumentLimits.EXPORTED));
  }

  /** As a file holds it. */
  public static Parsed<TableSnapshot> read(byte[] bytes) {
    return read(Documents.read(bytes, DocumentLimits.EXPORTED));
  }

  private static Parsed<TableSnapshot> read(List<Parsed<DocumentNode>> documents) {
    if (documents.size() != 1) {
      String message = "one table snapshot is expected, not " + documents.size() + " documents";
      return new Parsed.Invalid<>(List.of(new DocumentError("", message)));
    }
    return documents.get(0).then(TableSnapshots::snapshot);
  }

  public static ObjectNode toJson(TableSnapshot snapshot) {
    return TableSnapshotWriter.write(snapshot);
  }

  /** Indented, as {@code stillwater tables export} prints it. */
  public static String write(TableSnapshot snapshot) {
    return toJson(snapshot).toPrettyString();
  }

  private static Parsed<TableSnapshot> snapshot(DocumentNode node) {
    Problems problems = new Problems();
    return problems.resultOf(TableSnapshotReader.read(Field.root(node, problems)).orElse(null));
  }
}
