package io.stillwater.planning.rules;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.Promotion;
import io.stillwater.lakehouse.type.TypeLattice;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.schema.TableModel;
import java.util.Locale;

/** Whether a table's format has a type at all. */
public final class StorableTypes {
  private StorableTypes() {}

  /** Refuses, in the format's name, a type that it does not have in the table's version. */
  public static boolean stored(
      TableModel table, ColumnPath column, LakeType type, Findings findings) {
    Promotion storable = TypeLattice.storable(table.base().format(), table.formatVersion(), type);
    if (!storable.allowed()) {
      findings.refuse(
          table.base().format().name().toLowerCase(Locale.ROOT),
          FindingCode.NO_SUCH_TYPE,
          column + " cannot be " + type.text(),
          storable.reason());
    }
    return storable.allowed();
  }
}
