package io.stillwater.validator.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.checks.CheckContext;
import io.stillwater.checks.CheckSpec;
import io.stillwater.checks.CheckStatus;
import io.stillwater.checks.PlannedTable;
import io.stillwater.checks.TargetColumn;
import io.stillwater.events.EventJson;
import io.stillwater.events.check.CheckRequested;
import io.stillwater.events.plan.Pin;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.type.LakeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request of the contract in the words of the checks. */
public record RequestedChecks(List<CheckSpec> specs, CheckContext context) {

  /**
   * @throws IllegalArgumentException when the request makes no sense; the message says where
   */
  public static RequestedChecks of(CheckRequested request) {
    List<CheckSpec> specs = request.checks().stream().map(RequestedChecks::spec).toList();
    long ids = specs.stream().map(CheckSpec::id).distinct().count();
    if (ids < specs.size()) {
      throw new IllegalArgumentException(
          "Two checks of %s have the same checkId".formatted(request.deploymentId()));
    }
    return new RequestedChecks(
        specs,
        new CheckContext(
            request.deploymentId(), planned(request.tables()), targets(request.columns())));
  }

  private static CheckSpec spec(CheckRequested.Check check) {
    Map<String, Object> settings = new HashMap<>();
    check
        .settings()
        .forEach(
            (name, value) -> {
              if (!value.isNull()) {
                settings.put(name, plain(value));
              }
            });
    CheckStatus onBreach =
        check.onBreach() == null ? CheckStatus.FAIL : CheckStatus.valueOf(check.onBreach());
    return new CheckSpec(
        check.checkId(), check.name(), check.target(), settings, onBreach, check.critical());
  }

  private static Map<TableName, PlannedTable> planned(List<Pin> pins) {
    Map<TableName, PlannedTable> planned = new HashMap<>();
    for (Pin pin : pins) {
      TableName name = TableName.parse(pin.table());
      planned.put(
          name, new PlannedTable(name, pin.uuid(), pin.schemaId(), pin.snapshotId(), pin.specId()));
    }
    return planned;
  }

  private static Map<TableName, List<TargetColumn>> targets(
      Map<String, List<CheckRequested.Column>> columns) {
    Map<TableName, List<TargetColumn>> targets = new HashMap<>();
    columns.forEach(
        (table, ends) ->
            targets.put(
                TableName.parse(table), ends.stream().map(RequestedChecks::target).toList()));
    return targets;
  }

  private static TargetColumn target(CheckRequested.Column column) {
    return new TargetColumn(column.name(), LakeType.parse(column.type()), column.nullable());
  }

  private static Object plain(JsonNode value) {
    return EventJson.MAPPER.convertValue(value, Object.class);
  }
}
