package io.stillwater.planning.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.release.DocumentError;
import io.stillwater.planning.document.DocumentLimits;
import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.document.Documents;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.LongDocument;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.document.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads and writes table snapshots (contract, section 2). */
public final class TableSnapshots {
  /** Written by hand, or by another tool: held as a whole while it is read. */
  private static final int LONGEST_YAML = 64 * 1024 * 1024;

  private TableSnapshots() {}

  public static Parsed<TableSnapshot> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** As a file holds it. JSON, which may describe very many tables, is read table by table. */
  public static Parsed<TableSnapshot> read(byte[] bytes) {
    Problems problems = new Problems();
    TableSnapshotReader reader = new TableSnapshotReader();
    Parsed<DocumentNode> json =
        LongDocument.read(
            bytes, DocumentLimits.EXPORTED, TableSnapshotReader.TABLES, reader::table, problems);
    if (json.valid() || bytes.length > LONGEST_YAML) {
      return json.then(node -> snapshot(reader, node, problems));
    }
    List<Parsed<DocumentNode>> documents = Documents.read(bytes, DocumentLimits.EXPORTED);
    if (documents.size() != 1) {
      String message = "one table snapshot is expected, not " + documents.size() + " documents";
      return new Parsed.Invalid<>(List.of(new DocumentError("", message)));
    }
    return documents.get(0).then(node -> snapshot(new TableSnapshotReader(), node, new Problems()));
  }

  public static ObjectNode toJson(TableSnapshot snapshot) {
    return TableSnapshotWriter.write(snapshot);
  }

  /** Indented, as {@code stillwater tables export} prints it. */
  public static String write(TableSnapshot snapshot) {
    return toJson(snapshot).toPrettyString();
  }

  private static Parsed<TableSnapshot> snapshot(
      TableSnapshotReader reader, DocumentNode node, Problems problems) {
    return problems.resultOf(reader.read(Field.root(node, problems)).orElse(null));
  }
}
