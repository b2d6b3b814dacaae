package io.stillwater.planning.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.release.ReleaseRef;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.gates.AnalysisSpec;
import io.stillwater.planning.gates.ChecksSpec;
import io.stillwater.planning.json.JsonValues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A release document (contract, section 1) that was read and holds no error.
 *
 * @param notifications per entry its channel and address, as written
 * @param acknowledged finding codes that were read and accepted for the whole release
 * @param source the document it was read from
 * @param digest SHA-256 of the document's content, whatever its layout
 */
public record Release(
    ReleaseRef ref,
    Map<String, String> labels,
    List<TableChanges> tables,
    List<ComponentChange> components,
    ChecksSpec checks,
    AnalysisSpec analysis,
    List<Map<String, Object>> notifications,
    Set<String> acknowledged,
    DocumentNode source,
    String digest) {
  public Release {
    tables = List.copyOf(tables);
    components = List.copyOf(components);
    notifications = List.copyOf(notifications);
    acknowledged = Set.copyOf(acknowledged);
  }

  /** The tables it names; those that {@code rename_table} leads to come with them. */
  public Set<TableName> tableNames() {
    Set<TableName> names = new TreeSet<>();
    for (TableChanges table : tables) {
      names.add(table.table());
      for (RequestedChange change : table.changes()) {
        if (change.change() instanceof Change.RenameTable rename) {
          names.add(rename.to());
        }
      }
    }
    return names;
  }

  /** The document as JSON, for the event that asks for the release. */
  public JsonNode asJson() {
    return JsonValues.of(source.value());
  }
}
