package io.stillwater.checks.quality;

import io.stillwater.checks.CheckSpec;
import io.stillwater.checks.ColumnExpression;
import io.stillwater.checks.NewestValue;
import io.stillwater.checks.SettingException;
import io.stillwater.checks.Settings;
import io.stillwater.lakehouse.Quantities;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Makes the tests that a release asks for, one per column or key. */
final class QualityTests {
  private QualityTests() {}

  /**
   * @throws MissingColumnException when the table lacks a column
   * @throws SettingException when the settings make no test
   */
  static List<QualityTest> of(CheckSpec spec, TableSession table, Instant now) {
    Settings settings = Settings.of(spec);
    return switch (spec.name()) {
      case "not_null" ->
          settings.list("columns").stream().map(column -> notNull(column, table)).toList();
      case "unique" -> settings.list("columns").stream().map(key -> unique(key, table)).toList();
      case "range" -> perColumn(settings, (column, limits) -> RangeTest.of(column, limits, table));
      case "referential" ->
          perColumn(settings, (column, other) -> ReferentialTest.of(column, other, table));
      case "freshness" -> perColumn(settings, (column, age) -> freshness(column, age, table, now));
      case "volume" -> List.of(VolumeTest.of(settings, table, now));
      default -> throw new SettingException("There is no data-quality test " + spec.name());
    };
  }

  private static List<QualityTest> perColumn(
      Settings settings, BiFunction<String, Object, QualityTest> test) {
    return settings.map("columns").entrySet().stream()
        .map(entry -> test.apply(entry.getKey().toString(), entry.getValue()))
        .toList();
  }

  private static QualityTest notNull(Object column, TableSession table) {
    return new NotNullTest(column.toString(), table.column(column.toString()));
  }

  private static QualityTest unique(Object key, TableSession table) {
    List<String> columns =
        key instanceof List<?> compound
            ? compound.stream().map(Object::toString).toList()
            : List.of(key.toString());
    if (columns.isEmpty()) {
      throw new SettingException("A unique key has no columns; write a column or a list of some");
    }
    return new UniqueTest(columns, columns.stream().map(table::column).toList());
  }

  private static QualityTest freshness(String column, Object age, TableSession table, Instant now) {
    ColumnExpression expression = table.column(column);
    NewestValue newest = new NewestValue(column, expression, maxAge(column, age), now);
    return new FreshnessTest(newest);
  }

  private static Duration maxAge(String column, Object age) {
    Object text = age instanceof Map<?, ?> map ? map.get("maxAge") : age;
    try {
      return Quantities.duration(String.valueOf(text));
    } catch (IllegalArgumentException e) {
      throw new SettingException("Freshness of " + column + ": " + e.getMessage(), e);
    }
  }
}
