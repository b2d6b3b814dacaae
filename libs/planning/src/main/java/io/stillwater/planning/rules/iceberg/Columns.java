package io.stillwater.planning.rules.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.document.NearestWord;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.schema.ColumnTree;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Optional;

/** Questions about columns that several rules ask. */
final class Columns {
  static final String ICEBERG = "iceberg";

  private final TableModel table;
  private final Findings findings;

  Columns(TableModel table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  /** What stands at the path; a finding where nothing does. */
  Optional<FieldAt> require(ColumnPath path) {
    Optional<FieldAt> at = table.find(path);
    if (at.isEmpty()) {
      missing(path);
    }
    return at;
  }

  /** A column or field that has a name, and is not inside a map's key. */
  Optional<FieldAt> requireNamed(ColumnPath path) {
    Optional<FieldAt> at = require(path);
    if (at.isPresent() && refusedAsMapKey(at.get())) {
      return Optional.empty();
    }
    if (at.isPresent() && !at.get().named()) {
      findings.add(FindingCode.NOT_NESTED, path + " is the part of a collection", null);
      return Optional.empty();
    }
    return at;
  }

  boolean refusedAsMapKey(FieldAt at) {
    if (at.inMapKey()) {
      findings.refuse(
          ICEBERG, FindingCode.MAP_KEY, at.path() + " is a map's key or stands in one", null);
    }
    return at.inMapKey();
  }

  /** Refuses where the column, or something inside it, is one that the table cannot do without. */
  void refuseIfUsed(ColumnPath path) {
    table.identifiers().stream()
        .filter(identifier -> within(path, identifier))
        .findFirst()
        .ifPresent(
            identifier ->
                findings.refuse(
                    ICEBERG,
                    FindingCode.IDENTIFIER_COLUMN,
                    identifier + " identifies the rows of " + table.name(),
                    "identifier columns " + table.identifiers()));
    table.activeSpec().stream()
        .filter(field -> within(path, field.source()))
        .findFirst()
        .ifPresent(
            field ->
                findings.refuse(
                    ICEBERG,
                    FindingCode.PARTITION_SOURCE,
                    table.name() + " is partitioned by " + field,
                    "current partition spec " + table.activeSpec()));
    table.sortOrder().stream()
        .filter(field -> within(path, field.term().source()))
        .findFirst()
        .ifPresent(
            field ->
                findings.refuse(
                    ICEBERG,
                    FindingCode.SORT_SOURCE,
                    table.name() + " is sorted by " + field,
                    "sort order " + table.sortOrder()));
  }

  /** Refuses a name that a sibling has, in any case, or that a partition field has. */
  void refuseIfTaken(ColumnPath path) {
    for (Column sibling : ColumnTree.siblings(table.columns(), path).orElse(List.of())) {
      if (sibling.name().equalsIgnoreCase(path.leaf())) {
        findings.add(
            FindingCode.COLUMN_EXISTS,
            table.name() + " has a column " + path.sibling(sibling.name()),
            "its type is " + sibling.type().text());
      }
    }
    if (!path.nested()) {
      PartitionNames.of(table).stream()
          .filter(name -> name.equalsIgnoreCase(path.leaf()))
          .findFirst()
          .ifPresent(
              name ->
                  findings.refuse(
                      ICEBERG,
                      FindingCode.PARTITION_NAME_TAKEN,
                      table.name() + " has a partition field named " + name,
                      "partition specs " + table.base().partitionSpecs()));
    }
  }

  /** Whether new fields can stand beside the path: its parent must be a struct outside a key. */
  boolean requireParent(ColumnPath path) {
    Optional<ColumnPath> parent = path.parent();
    if (parent.isEmpty()) {
      return true;
    }
    Optional<FieldAt> at = require(parent.get());
    if (at.isEmpty() || refusedAsMapKey(at.get())) {
      return false;
    }
    if (!(at.get().type() instanceof LakeType.Struct)) {
      findings.add(
          FindingCode.NO_FIELDS_INSIDE,
          parent.get() + " is " + at.get().type().text() + " and has no fields",
          null);
      return false;
    }
    return true;
  }

  /** A position must name a sibling that is there; null asks for none. */
  void requirePosition(ColumnPath path, Position position) {
    if (position == null || position.first()) {
      return;
    }
    List<String> names =
        ColumnTree.siblings(table.columns(), path).orElse(List.of()).stream()
            .map(Column::name)
            .toList();
    if (!names.contains(position.after()) || position.after().equals(path.leaf())) {
      findings.add(
          FindingCode.POSITION_NOT_FOUND,
          "after '" + position.after() + "' is no place for " + path,
          NearestWord.hint(position.after(), names));
    }
  }

  /** Sources of old specs: engines before Iceberg 1.10 fail once such a column is gone. */
  List<PartitionTransform> oldSpecFields(ColumnPath path) {
    return table.oldSpecs().stream().filter(field -> within(path, field.source())).toList();
  }

  static boolean within(ColumnPath outer, ColumnPath inner) {
    int length = outer.parts().size();
    return inner.parts().size() >= length && inner.parts().subList(0, length).equals(outer.parts());
  }

  private void missing(ColumnPath path) {
    ColumnPath known = path;
    while (known != null && table.find(known).isEmpty()) {
      known = known.parent().orElse(null);
    }
    int depth = known == null ? 0 : known.parts().size();
    List<String> names =
        known == null
            ? table.columns().stream().map(Column::name).toList()
            : ColumnTree.childrenOf(table.columns(), known).orElse(List.of());
    String evidence = names.isEmpty() ? null : NearestWord.hint(path.parts().get(depth), names);
    if (known != null && names.isEmpty()) {
      findings.add(
          FindingCode.NO_FIELDS_INSIDE,
          known + " of " + table.name() + " has no fields, so there is no " + path,
          "its type is " + table.find(known).orElseThrow().type().text());
    } else {
      findings.add(FindingCode.COLUMN_NOT_FOUND, table.name() + " has no column " + path, evidence);
    }
  }
}
