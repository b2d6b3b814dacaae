package io.stillwater.checks.quality;

import io.stillwater.checks.Finding;
import java.util.List;

/** One data-quality test of one column or key. The table's alias is {@code t} in its SQL. */
interface QualityTest {

  /** A test that aggregates of one pass over the table answer, shared with other tests. */
  interface Scan extends QualityTest {
    List<String> aggregates();

    /**
     * @param values of the aggregates, in their order
     * @param rows how many the table has; more than none
     */
    Finding judge(List<Object> values, long rows, String evidence);
  }

  /** A test with a query of its own. */
  interface Query extends QualityTest {
    Finding judge(TableSession table);
  }
}
