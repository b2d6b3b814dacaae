package io.stillwater.planning.formats.hive;

import io.stillwater.planning.TruthRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.provider.CsvFileSource;

/** One row per storage format, engines in use and operation; each names what says so. */
class HiveTruthTableTest {

  @ParameterizedTest(name = "{0} [{1}] {2} is {3} ({4} {5} {6})")
  @CsvFileSource(resources = "/truth-table-hive.csv", numLinesToSkip = 1, delimiter = '|')
  void anOperationIsWhatTheMetastoreAndTheReadersMakeOfIt(
      @AggregateWith(TruthRow.Cells.class) TruthRow row) {
    row.holds(HiveTables::table);
  }
}
