package io.stillwater.planning;

import io.stillwater.lakehouse.table.TableState;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of random changes, whatever the format, its kinds of table and the engines. */
public abstract class FormatProperties {
  private static final List<String> NEW_PATHS =
      List.of("new", "s.new", "list.element.new", "_hoodie_file_name", "N", "'\"a b\"'");
  private static final List<String> TYPES =
      List.of(
          "int",
          "bigint",
          "float",
          "double",
          "'decimal(12,2)'",
          "string",
          "date",
          "timestamp",
          "uuid",
          "'varchar(9)'",
          "'struct<x: int>'",
          "'array<int>'");
  private static final List<String> FIELDS =
      List.of("region", "day", "'bucket(16, n)'", "day(ts)", "s.a");

  protected abstract List<String> paths();

  protected abstract List<String> kindsOfTable();

  protected abstract TableState table(String kind);

  @Property(tries = 500)
  void planningNeverFailsAndAnswersInTheContractsTerms(
      @ForAll("changeLists") List<String> changes,
      @ForAll("kinds") String kind,
      @ForAll("engines") String engines) {
    ChangeProperties.assertAnswered(changes, table(kind), EnginesInUse.parse(engines));
  }

  @Property(tries = 300)
  void verdictsDoNotDependOnTheOrderOfChanges(
      @ForAll("changeLists") List<String> changes,
      @ForAll("kinds") String kind,
      @ForAll("engines") String engines,
      @ForAll long seed) {
    ChangeProperties.assertOrderless(changes, table(kind), EnginesInUse.parse(engines), seed);
  }

  @Provide
  Arbitrary<List<String>> changeLists() {
    return new ChangeProperties(paths(), NEW_PATHS, TYPES, FIELDS).lists();
  }

  @Provide
  Arbitrary<String> kinds() {
    return Arbitraries.of(kindsOfTable());
  }

  @Provide
  Arbitrary<String> engines() {
    return Arbitraries.of(
        "flink", "spark", "spark 3.5.5 hudi=1.0.2; trino 476", "trino 483; spark x hudi=y");
  }
}
