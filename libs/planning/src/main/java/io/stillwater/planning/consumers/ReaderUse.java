package io.stillwater.planning.consumers;

/** How a reader uses what changes, and how that is said in evidence. */
public enum ReaderUse {
  /** A query named the column and read its values. */
  SCANS("queries read it", true),
  /** A query named the column and did not need its values: pruned, or behind a view. */
  ANALYSES("queries name it, directly or through a view, without reading its values", true),
  /** A stored view names the column. */
  VIEW_NAMES("the view's text names it", true),
  /** A stored view selects every column. */
  VIEW_STAR("the view's text is SELECT *", true),
  /** A dbt model names the column, and its enforced contract holds one of that name. */
  CONTRACT("an enforced dbt contract fixes its name and type", true),
  /** A dbt model with an enforced contract selects every column. */
  CONTRACT_STAR("a dbt model with an enforced contract is SELECT *", true),
  /** A dbt model names the column. */
  MODEL_NAMES("the dbt model's SQL names it", true),
  /** A dbt model selects every column. */
  MODEL_STAR("the dbt model's SQL is SELECT *", true),
  /** An engine projected the column in a scan, by field id. */
  PROJECTS("an engine's scan projected it", true),
  /** A batch job computes something from the column. */
  LINEAGE("a job's output is computed from it", true),
  /** A streaming job reads the column. */
  STREAMS("a streaming job reads it", true),
  /** It depends on the table; which columns is not known. */
  DEPENDS("it depends on the table, by which columns is not known", false),
  /** It reads what a dbt model makes of the column. */
  DOWNSTREAM("it reads what a dbt model makes of it", false),
  /** It reads rows of the table and no column, as count(*) does. */
  ROWS_ONLY("it counts rows and names no column", false);

  private final String words;
  private final boolean namesColumns;

  ReaderUse(String words, boolean namesColumns) {
    this.words = words;
    this.namesColumns = namesColumns;
  }

  public String words() {
    return words;
  }

  /** Whether it is known which columns are used. */
  boolean namesColumns() {
    return namesColumns;
  }

  /** Whether whoever uses a struct may use one field of it and not another. */
  boolean picksFields() {
    return namesColumns && this != CONTRACT && !everyColumn();
  }

  private boolean everyColumn() {
    return this == VIEW_STAR || this == CONTRACT_STAR || this == MODEL_STAR;
  }
}
