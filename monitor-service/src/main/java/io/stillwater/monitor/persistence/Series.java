package io.stillwater.monitor.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.stillwater.events.EventJson;
import io.stillwater.events.metrics.SamplesRecorded;
import io.stillwater.events.metrics.SamplesRecorded.Sample;
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
    try {
      return EventJson.MAPPER.writeValueAsString(new TreeMap<>(labels));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is JSON", e);
    }
  }

  static Map<String, String> labels(String json) {
    try {
      return EventJson.MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored labels cannot be read back", e);
    }
  }
}
