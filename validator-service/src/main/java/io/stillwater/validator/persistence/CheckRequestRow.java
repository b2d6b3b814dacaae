package io.stillwater.validator.persistence;

import io.stillwater.events.check.CheckRequested;
import io.stillwater.events.check.VerdictAction;
import io.stillwater.service.json.JsonText;
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

/** One asking of a stage's checks. Its lease is changed by SQL alone. */
@Entity
@Table(name = "check_request")
@IdClass(CheckRequestRow.Key.class)
public class CheckRequestRow {
  @Id
  @Column(name = "deployment_id")
  public String deploymentId;

  @Id public String stage;
  @Id public int round;

  /** The request as it came. */
  public String document;

  @Column(name = "causation_id")
  public String causationId;

  public String traceparent;

  @Column(name = "received_at")
  public Instant receivedAt;

  @Column(name = "deadline_at")
  public Instant deadlineAt;

  @Column(name = "next_attempt_at", updatable = false)
  public Instant nextAttemptAt;

  @Enumerated(EnumType.STRING)
  public VerdictAction action;

  public String reason;

  @Column(name = "verdict_at")
  public Instant verdictAt;

  public static CheckRequestRow of(RequestKey key, CheckRequested request) {
    CheckRequestRow row = new CheckRequestRow();
    row.deploymentId = key.deploymentId();
    row.stage = key.stage();
    row.round = key.round();
    row.document = JsonText.write(request);
    return row;
  }

  public CheckRequested request() {
    return JsonText.read(document, CheckRequested.class);
  }

  /** The primary key. */
  public record Key(String deploymentId, String stage, int round) implements Serializable {
    static Key of(RequestKey key) {
      return new Key(key.deploymentId(), key.stage(), key.round());
    }
  }
}
