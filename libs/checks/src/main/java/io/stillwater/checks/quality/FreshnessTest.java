package io.stillwater.checks.quality;

import io.stillwater.checks.Finding;
import io.stillwater.checks.NewestValue;
import java.util.List;

/** The newest value of a column is young enough. */
record FreshnessTest(NewestValue newest) implements QualityTest.Scan {

  @Override
  public List<String> aggregates() {
    return newest.sql();
  }

  @Override
  public Finding judge(List<Object> values, long rows, String evidence) {
    return newest.judge(values, evidence);
  }
}
