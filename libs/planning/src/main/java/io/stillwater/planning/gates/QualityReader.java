package io.stillwater.planning.gates;

import io.stillwater.lakehouse.Quantities;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Data-quality tests of one table. */
final class QualityReader {
  static final List<String> TESTS =
      List.of("not_null", "unique", "range", "referential", "freshness", "volume");

  private QualityReader() {}

  static Optional<QualitySpec> read(Field item) {
    return item.fields().flatMap(QualityReader::read);
  }

  private static Optional<QualitySpec> read(Fields fields) {
    Optional<TableName> table = fields.require("table", field -> field.parsed(TableName::parse));
    Map<String, Object> tests = new LinkedHashMap<>();
    for (String test : TESTS) {
      fields
          .get(test)
          .ifPresent(
              field -> {
                check(test, field);
                tests.put(test, field.node().value());
              });
    }
    fields.refuseOthers();
    if (tests.isEmpty()) {
      fields.wrong("name at least one test: " + String.join(", ", TESTS));
    }
    return table.map(name -> new QualitySpec(name, tests));
  }

  private static void check(String test, Field field) {
    switch (test) {
      case "not_null" -> field.texts();
      case "unique" ->
          field
              .items()
              .forEach(
                  item -> {
                    if (item.isList()) {
                      item.texts();
                    } else {
                      item.text();
                    }
                  });
      case "range" -> perColumn(field, QualityReader::range);
      case "referential" -> perColumn(field, QualityReader::reference);
      case "freshness" -> perColumn(field, age -> age.parsed(Quantities::duration));
      default -> field.fields().ifPresent(QualityReader::volume);
    }
  }

  private static void perColumn(Field field, Consumer<Field> check) {
    field.fields().ifPresent(columns -> columns.all().values().forEach(check));
  }

  private static void range(Field field) {
    field
        .fields()
        .ifPresent(
            fields -> {
              boolean min = fields.get("min").flatMap(Field::text).isPresent();
              boolean max = fields.get("max").flatMap(Field::text).isPresent();
              fields.get("exclusive").ifPresent(Field::truth);
              fields.refuseOthers();
              if (!min && !max) {
                fields.wrong("a range needs 'min' or 'max'");
              }
            });
  }

  private static void reference(Field field) {
    field.parsed(
        text -> {
          int dots = text.length() - text.replace(".", "").length();
          if (dots < 3) {
            throw new IllegalArgumentException(
                "'" + text + "' is no column; write catalog.schema.table.column");
          }
          return text;
        });
  }

  private static void volume(Fields fields) {
    fields.get("column").ifPresent(Field::text);
    fields.get("per").ifPresent(field -> field.choice(Period.class));
    boolean min = fields.get("min").map(QualityReader::count).isPresent();
    boolean max = fields.get("max").map(QualityReader::count).isPresent();
    fields.refuseOthers();
    if (!min && !max) {
      fields.wrong("volume needs 'min' or 'max'");
    }
  }

  private static Optional<Long> count(Field field) {
    return field.wholeNumber(0, Long.MAX_VALUE);
  }

  private enum Period {
    HOUR,
    DAY,
    WEEK,
    MONTH
  }
}
