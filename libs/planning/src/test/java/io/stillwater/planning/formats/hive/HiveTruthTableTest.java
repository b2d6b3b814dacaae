package io.stillwater.planning.formats.hive;

import io.stillwater.planning.TruthRows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** One row per storage format, engines in use and operation; each names what says so. */
class HiveTruthTableTest {

  @ParameterizedTest(name = "{0} [{1}] {2} is {3} ({4} {5} {6})")
  @CsvFileSource(resources = "/truth-table-hive.csv", numLinesToSkip = 1, delimiter = '|')
  void anOperationIsWhatTheMetastoreAndTheReadersMakeOfIt(
      String variants,
      String engines,
      String change,
      String classification,
      String cost,
      String code,
      String refusedBy,
      String source) {
    for (String variant : variants.split(",")) {
      TruthRows.holds(
          HiveTables.table(variant),
          engines,
          change,
          classification,
          cost,
          code,
          refusedBy,
          source);
    }
  }
}
