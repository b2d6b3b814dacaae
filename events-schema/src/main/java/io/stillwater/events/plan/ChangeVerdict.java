package io.stillwater.events.plan;

import java.util.List;

/**
 * What the planner says of one requested change.
 *
 * @param operation as in the release, lower snake case
 * @param column the column or dotted path; for a rename the old name; null where none is meant
 * @param before what the change is of: a type, a name, a partition field; null where nothing was
 * @param after what it makes of it; null where nothing is left
 * @param strategy lower snake case, null where the operation knows only one way
 * @param estimate data that its steps read or write; null where metadata alone change
 * @param refusedBy formats, engines or rules that cannot do it
 */
public record ChangeVerdict(
    String table,
    String operation,
    String column,
    String before,
    String after,
    Classification classification,
    Cost cost,
    String strategy,
    Estimate estimate,
    List<Finding> findings,
    List<String> refusedBy,
    List<Consumer> consumers) {
  public ChangeVerdict {
    findings = Plan.copy(findings);
    refusedBy = Plan.copy(refusedBy);
    consumers = Plan.copy(consumers);
  }

  /** Without what it is of and what it makes of it. */
  public ChangeVerdict(
      String table,
      String operation,
      String column,
      Classification classification,
      Cost cost,
      String strategy,
      Estimate estimate,
      List<Finding> findings,
      List<String> refusedBy,
      List<Consumer> consumers) {
    this(
        table,
        operation,
        column,
        null,
        null,
        classification,
        cost,
        strategy,
        estimate,
        findings,
        refusedBy,
        consumers);
  }

  /** The same verdict, however large the table has become. */
  public ChangeVerdict withoutEstimate() {
    return new ChangeVerdict(
        table,
        operation,
        column,
        before,
        after,
        classification,
        cost,
        strategy,
        null,
        findings,
        refusedBy,
        consumers);
  }
}
