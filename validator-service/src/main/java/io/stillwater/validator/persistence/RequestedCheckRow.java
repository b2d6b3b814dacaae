package io.stillwater.validator.persistence;

import io.stillwater.events.check.CheckCompleted;
import io.stillwater.events.check.CheckRequested;
import io.stillwater.events.check.CheckStatus;
import io.stillwater.validator.domain.RequestKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** One check of a request and, once it is final, its result. */
@Entity
@Table(name = "requested_check")
@IdClass(RequestedCheckRow.Key.class)
public class RequestedCheckRow {
  @Id
  @Column(name = "deployment_id")
  public String deploymentId;

  @Id
  @Column(name = "request_stage")
  public String requestStage;

  @Id public int round;

  @Id
  @Column(name = "check_id")
  public String checkId;

  /** Its place in the request. */
  public int position;

  /** QUALITY for tests that are asked for with POST. */
  public String stage;

  public String name;
  public String target;
  public int attempts;

  /** Null until the result is final. */
  @Enumerated(EnumType.STRING)
  public CheckStatus status;

  @Column(name = "value_text")
  public String value;

  @Column(name = "limit_text")
  public String limit;

  /** Of the last failed attempt while there is no result. */
  public String detail;

  public String evidence;

  @Column(name = "duration_ms")
  public Long durationMs;

  @Column(name = "completed_at")
  public Instant completedAt;

  public static RequestedCheckRow of(RequestKey key, int position, CheckRequested.Check check) {
    RequestedCheckRow row = new RequestedCheckRow();
    row.deploymentId = key.deploymentId();
    row.requestStage = key.stage();
    row.round = key.round();
    row.checkId = check.checkId();
    row.position = position;
    row.stage = check.stage();
    row.name = check.name();
    row.target = check.target();
    return row;
  }

  /**
   * @throws NullPointerException before there is a result
   */
  public CheckCompleted completed() {
    return new CheckCompleted(
        deploymentId,
        checkId,
        stage,
        round,
        name,
        target,
        Objects.requireNonNull(status, "status"),
        value,
        limit,
        detail,
        evidence,
        durationMs);
  }

  /** The primary key. */
  public record Key(String deploymentId, String requestStage, int round, String checkId)
      implements Serializable {}
}
