package io.stillwater.planning.rules;

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

/** Questions about columns that the rules of every format ask. */
public final class Columns {
  private final TableModel table;
  private final Findings findings;
  private final String format;
  private final boolean keysFixed;

  /**
   * @param format who refuses what no table of it can have, e.g. {@code iceberg}
   */
  public Columns(TableModel table, Findings findings, String format) {
    this(table, findings, format, true);
  }

  /**
   * @param keysFixed whether the format lets nothing inside a map's key change
   */
  public Columns(TableModel table, Findings findings, String format, boolean keysFixed) {
    this.table = table;
    this.findings = findings;
    this.format = format;
    this.keysFixed = keysFixed;
  }

  /** What stands at the path; a finding where nothing does. */
  public Optional<FieldAt> require(ColumnPath path) {
    Optional<FieldAt> at = table.find(path);
    if (at.isEmpty()) {
      missing(path);
    }
    return at;
  }

  /** A column or field that has a name, and is not inside a map's key where that is fixed. */
  public Optional<FieldAt> requireNamed(ColumnPath path) {
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

  public boolean refusedAsMapKey(FieldAt at) {
    boolean refused = keysFixed && at.inMapKey();
    if (refused) {
      findings.refuse(
          format, FindingCode.MAP_KEY, at.path() + " is a map's key or stands in one", null);
    }
    return refused;
  }

  /** Refuses a name that a sibling has, in any case. */
  public void refuseIfTaken(ColumnPath path) {
    for (Column sibling : ColumnTree.siblings(table.columns(), path).orElse(List.of())) {
      if (sibling.name().equalsIgnoreCase(path.leaf())) {
        findings.add(
            FindingCode.COLUMN_EXISTS,
            table.name() + " has a column " + path.sibling(sibling.name()),
            "its type is " + sibling.type().text());
      }
    }
  }

  /** Whether new fields can stand beside the path: its parent must be a struct outside a key. */
  public boolean requireParent(ColumnPath path) {
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
  public void requirePosition(ColumnPath path, Position position) {
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

  /** A field of the current partition spec; a finding where it has none like it. */
  public void requirePartitionField(PartitionTransform field) {
    if (!table.activeSpec().contains(field)) {
      List<String> known = table.activeSpec().stream().map(PartitionTransform::toString).toList();
      findings.add(
          FindingCode.PARTITION_FIELD_NOT_FOUND,
          table.name() + " is not partitioned by " + field,
          known.isEmpty() ? "it has no partitions" : NearestWord.hint(field.toString(), known));
    }
  }

  /** A second run of a release finds the type changed already: that is no mismatch. */
  private boolean refusedFrom(FieldAt at, LakeType from, LakeType to) {
    boolean differs = from != null && !from.equals(at.type()) && !to.equals(at.type());
    if (differs) {
      findings.add(
          FindingCode.FROM_TYPE_DIFFERS,
          at.path() + " is " + at.type().text() + ", not " + from.text(),
          null);
    }
    return differs;
  }

  /** Whether the type is what the release expects and not yet what it asks for. */
  public boolean retypes(FieldAt at, LakeType from, LakeType to) {
    return !refusedFrom(at, from, to) && !at.type().equals(to);
  }

  /** Whether {@code inner} is {@code outer} or stands inside it. */
  public static boolean within(ColumnPath outer, ColumnPath inner) {
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
