package io.stillwater.validator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stillwater.events.check.CheckStatus;
import io.stillwater.validator.persistence.RequestedCheckRow;
import java.time.Instant;

/**
 * One check, with the fields of {@code check.completed}.
 *
 * @param status absent until there is a result
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckItem(
    String deploymentId,
    String checkId,
    String stage,
    int round,
    String name,
    String target,
    CheckStatus status,
    String value,
    String limit,
    String detail,
    String evidence,
    Long durationMs,
    int attempts,
    Instant completedAt) {

  static CheckItem of(RequestedCheckRow row) {
    return new CheckItem(
        row.deploymentId,
        row.checkId,
        row.stage,
        row.round,
        row.name,
        row.target,
        row.status,
        row.value,
        row.limit,
        row.detail,
        row.evidence,
        row.durationMs,
        row.attempts,
        row.completedAt);
  }
}
