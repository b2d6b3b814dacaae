package io.stillwater.planner.evidence.sql;

import java.util.ArrayList;
import java.util.List;

/** A query: one SELECT, or several that set operations join. */
final class SqlQuery {
  final List<SqlSelect> selects = new ArrayList<>();
}
