-- Deployments, how far they have come, and what they hold. Times are UTC; documents are JSON text.

CREATE TABLE deployment (
    id                text PRIMARY KEY,
    plan_id           text        NOT NULL,
    plan              text        NOT NULL,
    state             text        NOT NULL,
    from_state        text,
    pause_cause       text,
    phase             text,
    approved          boolean     NOT NULL,
    stale             boolean     NOT NULL,
    reason            text,
    soak_until        timestamptz,
    waits_for         text,
    pause_reason      text,
    skip_waits        boolean     NOT NULL,
    kept              text        NOT NULL,
    traceparent       text,
    version           bigint      NOT NULL,
    created_at        timestamptz NOT NULL,
    phase_started_at  timestamptz,
    finished_at       timestamptz,
    rollback_until    timestamptz
);
CREATE INDEX deployment_by_state ON deployment (state);

CREATE TABLE step (
    deployment_id   text    NOT NULL REFERENCES deployment (id),
    step_id         text    NOT NULL,
    position        int     NOT NULL,
    state           text    NOT NULL,
    attempts        int     NOT NULL,
    attempt_limit   int     NOT NULL,
    next_attempt_at timestamptz,
    deadline_at     timestamptz,
    started_at      timestamptz,
    finished_at     timestamptz,
    memory          text    NOT NULL,
    detail          text,
    last_error      text,
    PRIMARY KEY (deployment_id, step_id)
);

CREATE TABLE gate (
    deployment_id text        NOT NULL REFERENCES deployment (id),
    stage         text        NOT NULL,
    round         int         NOT NULL,
    tries         int         NOT NULL,
    asked_at      timestamptz NOT NULL,
    deadline_at   timestamptz NOT NULL,
    action        text,
    reason        text,
    dismissed     boolean     NOT NULL,
    PRIMARY KEY (deployment_id, stage, round)
);

-- One queue per table or component; the lowest position holds it.
CREATE TABLE hold (
    resource      text   NOT NULL,
    deployment_id text   NOT NULL REFERENCES deployment (id),
    position      bigint GENERATED ALWAYS AS IDENTITY,
    PRIMARY KEY (resource, deployment_id)
);
CREATE INDEX hold_by_deployment ON hold (deployment_id);

-- Two columns that are kept in step until the old name is gone.
CREATE TABLE column_sync (
    deployment_id text        NOT NULL REFERENCES deployment (id),
    step_id       text        NOT NULL,
    table_name    text        NOT NULL,
    old_column    text        NOT NULL,
    new_column    text        NOT NULL,
    snapshot_id   bigint,
    conflicts     bigint      NOT NULL,
    ended_at      timestamptz,
    ended_because text,
    PRIMARY KEY (deployment_id, step_id)
);

-- What has to be worked on and when. A lease is known by its token: whoever holds an older one has lost it.
CREATE TABLE work (
    kind        text   NOT NULL,
    id          text   NOT NULL,
    wake_at     timestamptz,
    lease_owner text,
    lease_until timestamptz,
    token       bigint NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX work_by_wake_at ON work (wake_at) WHERE wake_at IS NOT NULL;
