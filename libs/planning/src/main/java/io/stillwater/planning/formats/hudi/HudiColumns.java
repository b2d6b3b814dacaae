package io.stillwater.planning.formats.hudi;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Hudi's own use of columns and their places forbids. */
final class HudiColumns {
  static final String HUDI = "hudi";

  /** {@code HoodieRecord.HOODIE_META_COLUMNS} and the one for operations. */
  private static final List<String> META =
      List.of(
          "_hoodie_commit_time",
          "_hoodie_commit_seqno",
          "_hoodie_record_key",
          "_hoodie_partition_path",
          "_hoodie_file_name",
          "_hoodie_operation");

  private static final String META_PREFIX = "_hoodie_";

  private final TableModel table;
  private final HudiTable hudi;
  private final Findings findings;
  private final Columns columns;

  HudiColumns(TableModel table, Findings findings) {
    this.table = table;
    this.hudi = HudiTable.of(table);
    this.findings = findings;
    this.columns = new Columns(table, findings, HUDI);
  }

  Columns columns() {
    return columns;
  }

  /** A column or field with a name, that Hudi does not keep for itself and that is in no array. */
  Optional<FieldAt> requireEvolvable(ColumnPath path) {
    Optional<FieldAt> at = columns.requireNamed(path);
    if (at.isEmpty() || refusedAsMeta(path) || refusedInArray(path)) {
      return Optional.empty();
    }
    return at;
  }

  boolean refusedAsMeta(ColumnPath path) {
    boolean meta = !path.nested() && META.contains(path.leaf().toLowerCase(Locale.ROOT));
    if (meta) {
      findings.refuse(
          HUDI, FindingCode.HUDI_META_COLUMN, path + " is a column of Hudi's own", "TableChange");
    }
    return meta;
  }

  /** Whether the name looks like one of Hudi's own, which may have a meaning to it. */
  static boolean looksLikeMeta(ColumnPath path) {
    return !path.nested() && path.leaf().toLowerCase(Locale.ROOT).startsWith(META_PREFIX);
  }

  boolean refusedInArray(ColumnPath path) {
    boolean inside = inArray(path);
    if (inside) {
      findings.refuse(
          HUDI,
          FindingCode.HUDI_IN_ARRAY,
          path + " stands in an array",
          "Hudi's schema_evolution.md, \"Scenarios\"");
    }
    return inside;
  }

  boolean inArray(ColumnPath path) {
    for (Optional<ColumnPath> up = path.parent(); up.isPresent(); up = up.get().parent()) {
      if (table.find(up.get()).filter(at -> at.type() instanceof LakeType.Array).isPresent()) {
        return true;
      }
    }
    return false;
  }

  void refuseIfUsed(ColumnPath path) {
    hudi.use(path)
        .ifPresent(
            use ->
                findings.refuse(
                    HUDI,
                    FindingCode.HUDI_KEY_COLUMN,
                    use + " of " + table.name(),
                    "AlterTableCommand.checkSchemaChange"));
  }

  /** No column comes before or among the meta columns ({@code TableChange.addPositionChange}). */
  void requirePlace(ColumnPath path, Position position) {
    boolean first = position != null && position.first() && !path.nested();
    boolean among = position != null && !position.first() && META.contains(position.after());
    if (first || among) {
      findings.refuse(
          HUDI,
          FindingCode.HUDI_PLACE,
          path + " cannot come " + (first ? "first" : "after " + position.after()),
          "TableChange.addPositionChange");
    } else {
      columns.requirePosition(path, position);
    }
  }

  void needSchemaOnRead(String what) {
    findings.refuse(
        HUDI,
        FindingCode.HUDI_NEEDS_SCHEMA_ON_READ,
        table.name() + " cannot " + what,
        HudiTable.SCHEMA_ON_READ + " is not true");
  }
}
