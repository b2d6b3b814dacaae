package io.stillwater.planning.formats.hudi;

import io.stillwater.planning.TruthRows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** One row per kind of table, engines in use and operation; each names what says so. */
class HudiTruthTableTest {

  @ParameterizedTest(name = "{0} [{1}] {2} is {3} ({4} {5} {6})")
  @CsvFileSource(resources = "/truth-table-hudi.csv", numLinesToSkip = 1, delimiter = '|')
  void anOperationIsWhatTheFormatAndItsEnginesMakeOfIt(
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
          HudiTables.table(variant),
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
