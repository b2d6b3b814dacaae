package io.stillwater.planning.rules;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.schema.TableModel;

/** Properties and version of a table, its beginning, another name for it and its end. */
public abstract class TableChangeRules {
  protected final TableModel table;
  protected final PlanContext context;
  protected final Findings findings;

  protected TableChangeRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.context = context;
    this.findings = findings;
  }

  public final void judge(Change change) {
    if (change instanceof Change.SetProperties set) {
      set.properties().forEach(this::property);
    } else if (change instanceof Change.UpgradeFormat upgrade) {
      upgrade(upgrade.version());
    } else if (change instanceof Change.CreateTable create) {
      create(create);
    } else if (change instanceof Change.RenameTable rename) {
      rename(rename);
    } else if (change instanceof Change.DropTable drop) {
      drop(drop);
    }
  }

  /**
   * @param value null to remove it
   */
  protected abstract void property(String name, String value);

  protected abstract void upgrade(int version);

  protected abstract void create(Change.CreateTable create);

  protected void rename(Change.RenameTable rename) {
    if (!rename.to().catalog().equals(table.name().catalog())) {
      findings.add(FindingCode.OTHER_CATALOG, table.name() + " cannot become " + rename.to(), null);
    }
    if (context.lake().table(rename.to()).isPresent()) {
      findings.add(FindingCode.TABLE_EXISTS, rename.to() + " is there already", null);
    }
    findings.add(
        FindingCode.TABLE_RENAME,
        "whatever names " + table.name() + " fails from the rename on",
        null);
  }

  protected void drop(Change.DropTable drop) {
    GraceRules.judge(drop.gracePeriod(), context, findings);
    findings.add(
        FindingCode.TABLE_DROP, "readers of " + table.name() + " fail once it is dropped", null);
  }
}
