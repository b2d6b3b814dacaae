package io.stillwater.planner.evidence.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/**
 * Query-completed events of a busy lake, the fields excluded that the documentation of the listener
 * says to: 300 dashboards of 30 queries each, 1,000 tables of 40 columns, 1 to 3 tables a query, at
 * the pace that the bench is to keep up with.
 */
final class GeneratedEvents {
  private static final int CLIENTS = 300;
  private static final int TABLES = 1_000;
  private static final int COLUMNS = 40;
  private static final int READ_AT_MOST = 12;

  private static final int QUERIES_OF_A_CLIENT = 30;
  private static final int EVENTS_A_SECOND = 5_000;

  private final Random choice = new Random(42);
  private final Instant start;
  private int made;
  private Random random;

  GeneratedEvents(Instant start) {
    this.start = start;
  }

  byte[] next() {
    int client = choice.nextInt(CLIENTS);
    // A query is the same each time that its dashboard asks it.
    random = new Random((long) client * QUERIES_OF_A_CLIENT + choice.nextInt(QUERIES_OF_A_CLIENT));
    StringBuilder tables = new StringBuilder();
    StringBuilder inputs = new StringBuilder();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String separator = i == 0 ? "" : ",";
      add(separator, tables, inputs);
    }
    return """
        {"eventMetadata":{"ENV":"production"},"eventPayload":{
         "createTime":"%s","executionStartTime":"%1$s","endTime":"%1$s",
         "context":{"user":"user-%d","principal":"user-%2$d","enabledRoles":[],"groups":["bi"],
          "remoteClientAddress":"10.0.0.1","userAgent":"StatementClientV1/483","clientTags":[],
          "clientCapabilities":["PATH","PARAMETRIC_DATETIME"],"source":"dashboard-%d",
          "resourceGroupId":["global","bi"],"sessionProperties":{},"resourceEstimates":{},
          "serverAddress":"10.0.0.2","serverVersion":"483","environment":"production",
          "queryType":"SELECT","retryPolicy":"NONE"},
         "metadata":{"queryId":"20261126_100000_%05d_abcde","transactionId":"t","query":"%s",
          "queryState":"FINISHED","tables":[%s],"routines":[],"uri":"http://trino/ui/query"},
         "statistics":{"cpuTime":1.5,"wallTime":2.25,"queuedTime":0.0,"peakUserMemoryBytes":123456,
          "physicalInputBytes":1234567,"physicalInputRows":12345,"outputRows":10,"complete":true},
         "ioMetadata":{"inputs":[%s],"output":null},"failureInfo":null,"warnings":[]}}
        """
        .formatted(
            start.plusMillis(made++ * 1_000L / EVENTS_A_SECOND),
            client / 3,
            client,
            choice.nextInt(99_999),
            "SELECT something FROM somewhere ".repeat(8),
            tables,
            inputs)
        .getBytes(StandardCharsets.UTF_8);
  }

  private void add(String separator, StringBuilder tables, StringBuilder inputs) {
    int table = (int) (TABLES * Math.pow(random.nextDouble(), 2));
    int first = random.nextInt(COLUMNS);
    int columns = 1 + random.nextInt(READ_AT_MOST);
    StringBuilder named = new StringBuilder();
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < columns; i++) {
      String name = "column_" + (first + i) % COLUMNS;
      named.append(i == 0 ? "" : ",").append("{\"column\":\"").append(name).append("\"}");
      read.append(i == 0 ? "" : ",")
          .append("{\"name\":\"")
          .append(name)
          .append("\",\"type\":\"varchar\"}");
    }
    tables
        .append(separator)
        .append(
            "{\"catalog\":\"lake\",\"schema\":\"sales\",\"table\":\"table_%d\",\"authorization\":\"u\",\"filters\":[],\"columns\":[%s],\"directlyReferenced\":true,\"referenceChain\":[]}"
                .formatted(table, named));
    inputs
        .append(separator)
        .append(
            "{\"catalogName\":\"lake\",\"schema\":\"sales\",\"table\":\"table_%d\",\"columns\":[%s],\"connectorMetrics\":{},\"physicalInputRows\":123}"
                .formatted(table, read));
  }
}
