package io.stillwater.planning.gates;

import io.stillwater.events.plan.Analysis.MetricRule;
import io.stillwater.lakehouse.Quantities;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The {@code analysis} of a release or an environment. */
public final class AnalysisReader {
  private AnalysisReader() {}

  public static Optional<AnalysisSpec> read(Field field) {
    return field.fields().map(AnalysisReader::read);
  }

  private static AnalysisSpec read(Fields fields) {
    AnalysisSpec spec =
        new AnalysisSpec(
            fields.get("soak", field -> field.parsed(Quantities::duration)).orElse(null),
            fields.get("metrics").map(AnalysisReader::metrics).orElse(null),
            choice(fields, "onBreach", OnBreach.class),
            choice(fields, "onInconclusive", OnInconclusive.class));
    fields.refuseOthers();
    return spec;
  }

  private static List<MetricRule> metrics(Field field) {
    return field.items().stream()
        .flatMap(item -> item.fields().flatMap(AnalysisReader::metric).stream())
        .toList();
  }

  private static Optional<MetricRule> metric(Fields fields) {
    Optional<String> metric = fields.require("metric", Field::text);
    String component = fields.get("component", Field::text).orElse(null);
    String table =
        fields
            .get("table", field -> field.parsed(TableName::parse))
            .map(TableName::toString)
            .orElse(null);
    List<Integer> percentiles =
        fields.items("percentiles").stream()
            .flatMap(item -> item.wholeNumber(0, 100).stream())
            .map(Long::intValue)
            .toList();
    Double maxIncrease =
        fields.get("maxIncrease", field -> field.parsed(Quantities::ratio)).orElse(null);
    Double max = fields.get("max", field -> field.parsed(AnalysisReader::limit)).orElse(null);
    Integer minSamples =
        fields
            .get("minSamples", field -> field.wholeNumber(0, Integer.MAX_VALUE))
            .map(Long::intValue)
            .orElse(null);
    Map<String, String> labels =
        fields.get("labels", Field::fields).map(Fields::texts).orElse(Map.of());
    fields.refuseOthers();
    if (max == null && maxIncrease == null) {
      fields.wrong("a metric needs a limit: 'max' or 'maxIncrease'");
    }
    return metric.map(
        name ->
            new MetricRule(
                name, component, table, percentiles, maxIncrease, max, minSamples, labels));
  }

  /** A percentage as a ratio, a duration in milliseconds, or a number in the metric's unit. */
  private static Double limit(String text) {
    boolean number = text.endsWith("%") || text.chars().allMatch(c -> c == '.' || c <= '9');
    return number ? Quantities.ratio(text) : (double) Quantities.duration(text).toMillis();
  }

  private static <E extends Enum<E>> String choice(Fields fields, String name, Class<E> type) {
    return fields
        .get(name, field -> field.choice(type))
        .map(one -> one.name().toLowerCase(Locale.ROOT))
        .orElse(null);
  }

  private enum OnBreach {
    ROLLBACK,
    PAUSE
  }

  private enum OnInconclusive {
    PAUSE,
    COMPLETE
  }
}
