-- One asking of a stage's checks. next_attempt_at is null once the verdict is reached.
CREATE TABLE check_request (
  deployment_id   text        NOT NULL,
  stage           text        NOT NULL,
  round           integer     NOT NULL,
  document        text        NOT NULL,
  causation_id    text        NOT NULL,
  traceparent     text,
  received_at     timestamptz NOT NULL,
  deadline_at     timestamptz NOT NULL,
  next_attempt_at timestamptz,
  lease_owner     text,
  lease_until     timestamptz,
  lease_token     bigint      NOT NULL DEFAULT 0,
  action          text,
  reason          text,
  verdict_at      timestamptz,
  PRIMARY KEY (deployment_id, stage, round)
);

CREATE INDEX check_request_due ON check_request (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

-- One check of a request. status is null until its result is final.
CREATE TABLE requested_check (
  deployment_id text    NOT NULL,
  request_stage text    NOT NULL,
  round         integer NOT NULL,
  check_id      text    NOT NULL,
  position      integer NOT NULL,
  stage         text    NOT NULL,
  name          text    NOT NULL,
  target        text,
  attempts      integer NOT NULL DEFAULT 0,
  status        text,
  value_text    text,
  limit_text    text,
  detail        text,
  evidence      text,
  duration_ms   bigint,
  completed_at  timestamptz,
  PRIMARY KEY (deployment_id, request_stage, round, check_id),
  FOREIGN KEY (deployment_id, request_stage, round) REFERENCES check_request
);
