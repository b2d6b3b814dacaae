package io.stillwater.planner;

import io.stillwater.testing.EventRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Trino's Kafka event listener sends of a query that is done. */
public final class QueryEvent {
  public static final String TOPIC = "trino.query-completed";

  private QueryEvent() {}

  /** A query that read columns of a table. */
  public static String read(String source, Instant at, String table, List<String> columns) {
    String[] name = table.split("\\.");
    return """
        {"eventMetadata":{},"eventPayload":{"endTime":"%s",
         "context":{"user":"bi","source":"%s","queryType":"SELECT","environment":"test"},
         "metadata":{"tables":[{"catalog":"%s","schema":"%s","table":"%s","columns":[%s]}]},
         "ioMetadata":{"inputs":[{"catalogName":"%2$s","schema":"x","table":"y","columns":[]},
           {"catalogName":"%3$s","schema":"%4$s","table":"%5$s","columns":[%6$s]}]}}}
        """
        .formatted(at, source, name[0], name[1], name[2], objects(columns));
  }

  /** What shows that events arrive, and nothing else. */
  public static String canary(Instant at) {
    return """
        {"eventPayload":{"endTime":"%s","context":{"user":"stillwater",
         "source":"stillwater-evidence","environment":"test"}}}
        """
        .formatted(at);
  }

  /** As the listener does: no key, no header. */
  public static EventRecord record(String json) {
    return new EventRecord(TOPIC, null, Map.of(), json.getBytes(StandardCharsets.UTF_8));
  }

  private static String objects(List<String> columns) {
    return columns.stream()
        .map(column -> "{\"column\":\"%1$s\",\"name\":\"%1$s\"}".formatted(column))
        .collect(Collectors.joining(","));
  }
}
