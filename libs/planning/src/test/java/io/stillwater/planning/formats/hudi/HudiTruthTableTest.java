package io.stillwater.planning.formats.hudi;

import io.stillwater.planning.TruthRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.provider.CsvFileSource;

/** One row per kind of table, engines in use and operation; each names what says so. */
class HudiTruthTableTest {

  @ParameterizedTest(name = "{0} [{1}] {2} is {3} ({4} {5} {6})")
  @CsvFileSource(resources = "/truth-table-hudi.csv", numLinesToSkip = 1, delimiter = '|')
  void anOperationIsWhatTheFormatAndItsEnginesMakeOfIt(
      @AggregateWith(TruthRow.Cells.class) TruthRow row) {
    row.holds(HudiTables::table);
  }
}
