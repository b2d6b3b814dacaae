package io.stillwater.planning.rules;

import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.schema.TableModel;

/** What a table format and its engines say to a change. */
public interface FormatRules {
  /** Adds what is to be said; an ERROR refuses the change. Nothing is thrown for any input. */
  void judge(Change change, TableModel table, PlanContext context, Findings findings);
}
