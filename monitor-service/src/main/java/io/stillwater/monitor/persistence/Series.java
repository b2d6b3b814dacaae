package io.stillwater.monitor.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import io.stillwater.events.metrics.SamplesRecorded;
import io.stillwater.events.metrics.SamplesRecorded.Sample;
import io.stillwater.service.json.JsonText;
import java.util.Map;
import java.util.TreeMap;

/** What samples of one chunk have in common. */
record Series(
    String environment, String component, String metric, String unit, Map<String, String> labels) {
  static final String NO_ENVIRONMENT = "";

  static Series of(SamplesRecorded event, Sample sample) {
    return new Series(
        event.environment() == null ? NO_ENVIRONMENT : event.environment(),
        event.component(),
        sample.metric(),
        sample.unit(),
        sample.labels());
  }

  String labelsAsJson() {
    return JsonText.write(new TreeMap<>(labels));
  }

  static Map<String, String> labels(String json) {
    return JsonText.read(json, new TypeReference<Map<String, String>>() {});
  }
}
