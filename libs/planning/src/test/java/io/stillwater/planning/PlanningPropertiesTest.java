package io.stillwater.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.planning.release.ReleaseDocuments;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PlanningPropertiesTest {
  private static final List<String> PATHS =
      List.of(
          "id",
          "ts",
          "region",
          "n",
          "f",
          "amount",
          "day",
          "must",
          "text",
          "s",
          "s.a",
          "s.b.c",
          "s.only.x",
          "list",
          "list.element",
          "list.element.p",
          "map.key.k",
          "map.value.v",
          "big",
          "d",
          "old_region",
          "nowhere",
          "n.deep",
          "list.nowhere");
  private static final List<String> NEW_PATHS =
      List.of("new", "s.new", "list.element.new", "id_bucket", "ID", "map.key.new", "'a b'");
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
          "timestamp_ns",
          "'struct<x: int>'",
          "'array<int>'");
  private static final List<String> FIELDS =
      List.of("region", "day(ts)", "hour(ts)", "'bucket(16, id)'", "'truncate(2, text)'", "s.a");

  @Property(tries = 500)
  void planningNeverFailsAndAnswersInTheContractsTerms(
      @ForAll("changeLists") List<String> changes,
      @ForAll @IntRange(min = 1, max = 3) int version) {
    ChangeProperties.assertAnswered(changes, Lakes.events(version).build(), List.of());
  }

  @Property(tries = 300)
  void verdictsDoNotDependOnTheOrderOfChanges(
      @ForAll("changeLists") List<String> changes,
      @ForAll @IntRange(min = 1, max = 3) int version,
      @ForAll long seed) {
    ChangeProperties.assertOrderless(changes, Lakes.events(version).build(), List.of(), seed);
  }

  @Property(tries = 1000)
  void readingNeverFails(@ForAll String text) {
    ReleaseDocuments.parse(text).forEach(parsed -> assertThat(parsed.errors()).isNotEmpty());
  }

  @Provide
  Arbitrary<List<String>> changeLists() {
    return new ChangeProperties(PATHS, NEW_PATHS, TYPES, FIELDS).lists();
  }
}
