package io.stillwater.planning.rules;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.lakehouse.type.Promotion;
import io.stillwater.lakehouse.type.TypeLattice;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.schema.TableModel;
import java.util.Locale;

/** Types that a format changes in place. */
public final class PromotionRules {
  private final TableModel table;
  private final Findings findings;

  public PromotionRules(TableModel table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  public boolean allowed(LakeType from, LakeType to) {
    return promotion(from, to).allowed();
  }

  /** Refuses in the format's name what it does not change in place. */
  public boolean refused(Change.WidenType widen, LakeType from) {
    Promotion promotion = promotion(from, widen.to());
    if (!promotion.allowed()) {
      findings.refuse(
          table.base().format().name().toLowerCase(Locale.ROOT),
          FindingCode.NO_PROMOTION,
          widen.column() + " cannot become " + widen.to().text() + " in place",
          promotion.reason());
    }
    return !promotion.allowed();
  }

  /** A float that is read as double is seldom the double that is written the same. */
  public void noteEquality(ColumnPath column, LakeType from, LakeType to, String evidence) {
    if (from == Primitive.FLOAT && to == Primitive.DOUBLE) {
      findings.add(
          FindingCode.EQUALITY_SHIFT,
          "equality and hashes of " + column + " shift with float to double",
          evidence);
    }
  }

  private Promotion promotion(LakeType from, LakeType to) {
    return TypeLattice.promotion(table.base().format(), table.formatVersion(), from, to);
  }
}
