package io.stillwater.planning.consumers;

/** What a reader is. */
public enum ReaderKind {
  /** Queries of one client: Trino's {@code source}, or the user where a client names none. */
  QUERY,
  VIEW,
  MATERIALIZED_VIEW,
  DBT_MODEL,
  /** A dbt exposure of type dashboard. */
  DASHBOARD,
  /** Any other dbt exposure: notebook, analysis, application, ml. */
  EXPOSURE,
  /** A job that OpenLineage calls streaming. */
  STREAM,
  /** A job that OpenLineage knows. */
  JOB,
  /** An engine that reports its scans to an Iceberg REST catalog. */
  SCAN
}
