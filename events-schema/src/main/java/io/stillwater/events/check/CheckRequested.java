package io.stillwater.events.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.plan.Pin;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All checks of one stage. The validator answers each with {@code check.completed} and the stage
 * with one {@code verdict.reached} that names the same {@code round}.
 *
 * @param round counts the times this stage was asked for, from 1: a retry asks anew
 * @param tables the tables of the release with the state they were planned at
 * @param columns per table: the columns the plan ends with, for the check "schema"
 */
public record CheckRequested(
    String deploymentId,
    String planId,
    String stage,
    int round,
    String environment,
    List<Check> checks,
    List<Pin> tables,
    Map<String, List<Column>> columns,
    Instant deadline) {
  public CheckRequested {
    checks = checks == null ? List.of() : List.copyOf(checks);
    tables = tables == null ? List.of() : List.copyOf(tables);
    columns = columns == null ? Map.of() : Map.copyOf(columns);
  }

  /**
   * @param checkId the id of the plan's step
   */
  public record Check(
      String checkId,
      String stage,
      String name,
      String target,
      Map<String, JsonNode> settings,
      String onBreach,
      boolean critical) {
    public Check {
      settings = settings == null ? Map.of() : Map.copyOf(settings);
    }
  }

  public record Column(String name, String type, boolean nullable) {}
}
