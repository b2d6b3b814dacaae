package io.stillwater.planner.evidence.dbt;

import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.TableNames;
import io.stillwater.planner.evidence.dbt.Manifest.Exposure;
import io.stillwater.planner.evidence.dbt.Manifest.Group;
import io.stillwater.planner.evidence.dbt.Manifest.Node;
import io.stillwater.planner.evidence.sql.SqlReads;
import io.stillwater.planner.evidence.sql.SqlReads.TableRead;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planner.evidence.store.ReaderKey;
import io.stillwater.planning.consumers.Reader;
import io.stillwater.planning.consumers.ReaderKind;
import io.stillwater.planning.consumers.ReaderUse;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one project: which columns its models name, what contracts fix, and who takes the rest. */
final class DbtProject {
  private final Manifest manifest;
  private final TableNames names;
  private final String defaultCatalog;
  private final String origin;
  private final LocalDate day;
  private final Map<String, Optional<TableName>> tables = new HashMap<>();
  private final EvidenceBatch batch = new EvidenceBatch();

  /**
   * @param defaultCatalog of nodes without a database; null for none
   * @param day on which the manifest was written
   */
  DbtProject(
      Manifest manifest, TableNames names, String defaultCatalog, String origin, LocalDate day) {
    this.manifest = manifest;
    this.names = names;
    this.defaultCatalog = defaultCatalog;
    this.origin = origin;
    this.day = day;
  }

  EvidenceBatch read() {
    manifest.nodes().forEach(this::model);
    manifest.exposures().forEach((id, exposure) -> exposure(exposure));
    return batch;
  }

  private void model(String id, Node model) {
    if (!model.isModel()) {
      return;
    }
    ReaderKey reader = reader(id, model);
    if (model.hasContract()) {
      table(id).ifPresent(own -> contract(own, model, reader));
    }
    Set<TableName> left =
        model.parents().stream()
            .flatMap(parent -> table(parent).stream())
            .collect(Collectors.toCollection(HashSet::new));
    if (isReadable(model)) {
      Map<TableName, TableRead> reads =
          SqlReads.of(
              model.compiledCode(), parts -> names.of(parts, catalog(model), model.schema()));
      reads.forEach((table, read) -> reads(table, read, model, reader));
      left.removeAll(reads.keySet());
    }
    left.forEach(table -> depends(table, Reader.NO_COLUMN, reader, ReaderUse.DEPENDS));
  }

  private static boolean isReadable(Node model) {
    return model.compiledCode() != null
        && !"python".equals(model.language())
        && model.compiledCode().length() <= SqlReads.MAX_LENGTH;
  }

  /** The table that dbt builds must stay as the contract says, too. */
  private void contract(TableName own, Node model, ReaderKey reader) {
    columns(model).forEach(column -> depends(own, column, reader, ReaderUse.CONTRACT));
    depends(own, Reader.EVERY_COLUMN, reader, ReaderUse.CONTRACT_STAR);
  }

  private void reads(TableName table, TableRead read, Node model, ReaderKey reader) {
    Set<String> fixed = model.hasContract() ? columns(model) : Set.of();
    for (String column : read.columns()) {
      depends(
          table,
          column,
          reader,
          fixed.contains(column) ? ReaderUse.CONTRACT : ReaderUse.MODEL_NAMES);
    }
    if (read.everyColumn()) {
      fixed.forEach(column -> depends(table, column, reader, ReaderUse.CONTRACT));
      depends(
          table,
          Reader.EVERY_COLUMN,
          reader,
          model.hasContract() ? ReaderUse.CONTRACT_STAR : ReaderUse.MODEL_STAR);
    } else if (read.columns().isEmpty()) {
      depends(table, Reader.NO_COLUMN, reader, ReaderUse.ROWS_ONLY);
    }
  }

  private void exposure(Exposure exposure) {
    ReaderKind kind =
        "dashboard".equals(exposure.type()) ? ReaderKind.DASHBOARD : ReaderKind.EXPOSURE;
    String name = exposure.label() == null ? exposure.name() : exposure.label();
    if (name == null) {
      return;
    }
    String owner = exposure.owner() == null ? null : exposure.owner().shown();
    ReaderKey reader = new ReaderKey(kind, name, owner);
    for (String parent : exposure.parents()) {
      table(parent).ifPresent(table -> depends(table, Reader.NO_COLUMN, reader, ReaderUse.DEPENDS));
    }
    for (String id : ancestors(exposure.parents())) {
      batch.downstream(reader(id, manifest.nodes().get(id)), reader, day);
    }
  }

  /** The models that have a part in it, however far up. */
  private Set<String> ancestors(List<String> parents) {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(parents);
    while (!open.isEmpty()) {
      String id = open.pop();
      Node node = manifest.nodes().get(id);
      if (node != null && node.isModel() && found.add(id)) {
        open.addAll(node.parents());
      }
    }
    return found;
  }

  private void depends(TableName table, String column, ReaderKey reader, ReaderUse use) {
    batch.depends(table, column, reader, use, origin, day);
  }

  private Optional<TableName> table(String id) {
    return tables.computeIfAbsent(
        id,
        key -> {
          Node source = manifest.sources().get(key);
          Node node = source == null ? manifest.nodes().get(key) : source;
          return node == null || !node.hasTable()
              ? Optional.empty()
              : names.of(catalog(node), node.schema(), node.table());
        });
  }

  private String catalog(Node node) {
    return node.database() == null || node.database().isBlank() ? defaultCatalog : node.database();
  }

  private ReaderKey reader(String id, Node model) {
    return new ReaderKey(ReaderKind.DBT_MODEL, id, owner(model));
  }

  private String owner(Node model) {
    if (model.meta() != null && model.meta().get("owner") != null) {
      return model.meta().get("owner").asText(null);
    }
    Group group = model.group() == null ? null : manifest.groups().get(groupId(model));
    return group == null || group.owner() == null ? null : group.owner().shown();
  }

  /** Groups are kept as {@code group.<package>.<name>}. */
  private String groupId(Node model) {
    return manifest.groups().keySet().stream()
        .filter(id -> id.endsWith("." + model.group()))
        .findFirst()
        .orElse("");
  }

  private static Set<String> columns(Node model) {
    return model.columns().keySet().stream()
        .map(column -> column.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
